import { ATTRIBUTION_CODES, KIND_CODES, SIDE_CODES } from '../view/incident-table.ts';
import { MOST_LAYERS, PALETTE_SLOTS } from '../view/layer-style.ts';
import { DIMMED, KIND_SHAPES, LEAST_RINGED_RADIUS_PX, OLDEST, PULSE, SYMBOL_METRICS } from '../view/symbol-tokens.ts';
import { projectionShader } from './projection-shader.ts';
import { ROW_STATES } from './row-states.ts';
import { ATLAS_CELL_UNITS, ATLAS_RANGE_UNITS } from './symbol-atlas.ts';

/** GL points where a symbol fits one, else a quad for each row. Both run the same fragment code. */
export type Primitive = 'points' | 'quads';

/**
 * What a pass draws. Each has a program of its own, since software GL runs both sides of a branch: symbols; one symbol
 * and the mark around it; only the rings that widen around what has just arrived.
 */
export type Look = 'plain' | 'marked' | 'pulse';

/** Attribute locations, and byte offsets in a row of `incidentRows`. */
export const ATTRIBUTES = { position: 0, days: 1, codes: 2, offset: 3, radius: 4, state: 5 } as const;

const m = Object.fromEntries(Object.entries(SYMBOL_METRICS).map(([name, px]) => [name, float(px)])) as Record<
	keyof typeof SYMBOL_METRICS,
	string
>;

/** How much wider than a ring its casing is, on either side. */
const RING_CASING_PX = 0.8;
/** How far a shape of radius 1 reaches to the right, left, top or bottom. */
const SHAPE_REACH = Math.max(...Object.values(KIND_SHAPES).flat(3).map(Math.abs));

/** `prelude` and `define` are MapLibre's for the projection in use. */
export function vertexShader(primitive: Primitive, look: Look, prelude: string, define: string): string {
	return `#version 300 es
#define ${primitive.toUpperCase()}
#define ${look.toUpperCase()}
${projectionShader(prelude, define)}
layout(location = ${ATTRIBUTES.position}) in vec4 a_position; // mercator: high parts, low parts
layout(location = ${ATTRIBUTES.days}) in vec2 a_days;
layout(location = ${ATTRIBUTES.codes}) in uvec4 a_codes; // kind, side, attribution, layer
layout(location = ${ATTRIBUTES.offset}) in vec2 a_offset;
layout(location = ${ATTRIBUTES.radius}) in float a_radius;
layout(location = ${ATTRIBUTES.state}) in float a_state; // see ROW_STATES

uniform float u_state; // the one drawn in this pass
uniform vec2 u_days; // first and last day on show
uniform float u_fade_days;
uniform float u_scale;
uniform float u_pixel_ratio;
uniform vec2 u_viewport; // CSS pixels
uniform vec2 u_inset; // share of the GL viewport that is the map: it has a margin, since GL drops a point by its middle
uniform vec3 u_dimmed;
uniform vec3 u_colours[${SIDE_CODES.length + PALETTE_SLOTS.length}]; // of sides, then of the palette
uniform int u_layers[${MOST_LAYERS + 1}]; // for each layer its one colour; -1 where colour is the side's
uniform vec4 u_rings[${ATTRIBUTION_CODES.length}];

flat out vec3 v_colour;
flat out float v_opacity;
flat out float v_half; // device pixels, as all lengths that follow
flat out float v_ring_radius;
#ifndef PULSE
flat out vec3 v_shape; // start of its square in the atlas, share of the square for a pixel, distance for a full texel
flat out vec4 v_ring; // segments, half of one that is drawn, half the width, phase
flat out float v_arc; // length of a segment
#endif
#ifdef QUADS
out vec2 v_corner;
#endif

void main() {
	if (a_state != u_state || a_days.x > u_days.y || a_days.y < u_days.x) {
		gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside the clip volume
#ifdef POINTS
		gl_PointSize = 1.0;
#endif
		return;
	}
#ifdef MARKED
	float age = 0.0;
#else
	float age = u_fade_days > 0.0 ? clamp((u_days.y - a_days.y) / u_fade_days, 0.0, 1.0) : 0.0;
#endif
	float px = u_scale * u_pixel_ratio;
	bool isDimmed = a_state == ${float(ROW_STATES.excluded)};
	int oneColour = u_layers[a_codes.w];
	v_colour = isDimmed ? u_dimmed : u_colours[oneColour < 0 ? int(a_codes.y) : oneColour];
	v_opacity = isDimmed ? ${float(DIMMED.opacity)} : mix(1.0, ${float(OLDEST.opacity)}, age);
	float radius = a_radius / ${float(RADIUS_STEPS)} * px * (isDimmed ? ${float(DIMMED.radius)} : mix(1.0, ${float(OLDEST.radius)}, age));
	v_ring_radius = radius + ${m.ringGapPx} * px;
#ifdef PULSE
	v_half = v_ring_radius + (${float(PULSE.reachPx)} + ${float(PULSE.widthPx)}) * px;
#else
	v_shape = vec3(float(a_codes.x), 1.0 / (radius * ${float(ATLAS_CELL_UNITS)}), ${float(2 * ATLAS_RANGE_UNITS)} * radius);
	vec4 ring = u_rings[a_codes.z];
	float extent = ${float(SHAPE_REACH)} * radius + ${m.casingPx} * px;
#ifdef PLAIN
	if (isDimmed) ring.x = 0.0;
#endif
	if (ring.x == 0.0 || radius < ${float(LEAST_RINGED_RADIUS_PX)} * u_pixel_ratio) {
		v_ring = vec4(1.0, 0.0, 0.0, 0.0);
		v_arc = 0.0;
	} else {
		v_ring = vec4(ring.x, ring.y >= 1.0 ? 2.0 : ring.y / 2.0, ring.z / 2.0 * px, ring.w);
		v_arc = ${float(2 * Math.PI)} * v_ring_radius / ring.x;
		extent = max(extent, v_ring_radius + v_ring.z + ${float(RING_CASING_PX)} * px);
	}
#ifdef MARKED
	extent = max(extent, v_ring_radius + (${m.haloGapPx} + ${m.selectedHaloPx} / 2.0 + 1.0) * px);
#endif
	v_half = extent + 0.5;
#endif

	vec4 position = project(fromCentre(a_position));
	vec2 shift = a_offset * u_scale;
#ifdef QUADS
	v_corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID & 2) - 1);
	shift += v_corner * v_half / u_pixel_ratio;
#else
	gl_PointSize = 2.0 * v_half;
#endif
	position.xy += shift * vec2(2.0, -2.0) / u_viewport * position.w;
	position.xy *= u_inset;
	gl_Position = position;
}`;
}

/**
 * Draws casing, ring, shape and halo from signed distances in device pixels, so that edges are smooth at any size.
 * What a fragment takes is what software GL and slow phones spend most of a frame on, so there is no branch, one texel
 * and one root for each.
 */
export function fragmentShader(primitive: Primitive, look: Look): string {
	return `#version 300 es
#define ${primitive.toUpperCase()}
#define ${look.toUpperCase()}
precision highp float;
precision highp int;
uniform sampler2D u_atlas;
uniform float u_scale;
uniform float u_pixel_ratio;
uniform vec3 u_casing;
uniform vec3 u_halo;
uniform int u_emphasis; // 1 hovered, 2 selected
uniform float u_pulse; // 0 to 1 while the ring of an arrival widens
flat in vec3 v_colour;
flat in float v_opacity;
flat in float v_half;
flat in float v_ring_radius;
#ifndef PULSE
flat in vec3 v_shape;
flat in vec4 v_ring;
flat in float v_arc;
#endif
#ifdef QUADS
in vec2 v_corner;
#endif
out vec4 fragColor;

// In turns, as atan is but for 0.0006; atan takes as long as all the rest.
float direction(vec2 p) {
	vec2 a = abs(p);
	float ratio = min(a.x, a.y) / max(max(a.x, a.y), 1e-6);
	float turns = ratio * (0.16845 - 0.04345 * ratio);
	turns = a.y > a.x ? 0.25 - turns : turns;
	turns = p.x < 0.0 ? 0.5 - turns : turns;
	return p.y < 0.0 ? -turns : turns;
}

float coverage(float distance) { return clamp(0.5 - distance, 0.0, 1.0); }

void over(inout vec4 below, vec3 colour, float alpha) { below = vec4(colour * alpha, alpha) + below * (1.0 - alpha); }

void main() {
#ifdef QUADS
	vec2 p = v_corner * v_half;
#else
	vec2 p = (gl_PointCoord * 2.0 - 1.0) * v_half;
#endif
	float px = u_scale * u_pixel_ratio;
	float fromMiddle = length(p);
#ifdef PULSE
	float reached = 1.0 - (1.0 - u_pulse) * (1.0 - u_pulse);
	float across = abs(fromMiddle - v_ring_radius - reached * ${float(PULSE.reachPx)} * px);
	float width = mix(${float(PULSE.widthPx)}, 1.0, u_pulse) * px;
	fragColor = vec4(v_colour, 1.0) * ((1.0 - u_pulse) * coverage(across - width / 2.0));
#else
	vec2 cell = clamp(p * v_shape.y + 0.5, 0.01, 0.99);
	float stored = textureLod(u_atlas, vec2((v_shape.x + cell.x) * ${(1 / KIND_CODES.length).toFixed(8)}, cell.y), 0.0).r;
	float shape = (stored - 0.5) * v_shape.z;
	float segment = abs(fract((direction(p) - v_ring.w) * v_ring.x + 0.5) - 0.5);
	float ring = max(abs(fromMiddle - v_ring_radius) - v_ring.z, (segment - v_ring.y) * v_arc);
	float hasRing = v_arc > 0.0 ? 1.0 : 0.0;
	ring = v_arc > 0.0 ? ring : 1e4;
	// Shape and ring over the casing of both, over the plate between them.
	float inShape = coverage(shape);
	float inRing = coverage(ring);
	float inColour = inShape + inRing - inShape * inRing;
	float inCasing = 0.85 * coverage(min(shape - ${m.casingPx} * px, ring - ${float(RING_CASING_PX)} * px));
	float inPlate = ${m.plateOpacity} * hasRing * coverage(fromMiddle - v_ring_radius);
	float below = (inCasing + inPlate - inCasing * inPlate) * (1.0 - inColour);
	vec4 ink = vec4(v_colour * inColour + u_casing * below, inColour + below) * v_opacity;
#ifdef MARKED
	if (u_emphasis > 0) {
		float width = (u_emphasis == 2 ? ${m.selectedHaloPx} : ${m.hoveredHaloPx}) * px;
		float halo = abs(fromMiddle - v_ring_radius - ${m.haloGapPx} * px) - width / 2.0;
		over(ink, u_casing, 0.5 * coverage(halo - px));
		over(ink, u_halo, coverage(halo));
	}
#endif
	fragColor = ink;
#endif
}`;
}

/** A line from a place to a symbol that stands beside it, as a thin quad; the attributes are those of the symbol's row. */
export function leaderShaders(prelude: string, define: string): [vertex: string, fragment: string] {
	const vertex = `#version 300 es
${projectionShader(prelude, define)}
layout(location = ${ATTRIBUTES.position}) in vec4 a_position;
layout(location = ${ATTRIBUTES.offset}) in vec2 a_offset;
uniform float u_scale;
uniform vec2 u_viewport;
uniform vec2 u_inset;
void main() {
	vec2 end = a_offset * u_scale;
	vec2 across = normalize(vec2(-end.y, end.x) + 1e-6) * (float(gl_VertexID & 1) - 0.5) * ${float(LEADER_WIDTH_PX)};
	vec4 position = project(fromCentre(a_position));
	position.xy += ((gl_VertexID & 2) == 0 ? across : end + across) * vec2(2.0, -2.0) / u_viewport * position.w;
	position.xy *= u_inset;
	gl_Position = position;
}`;
	const fragment = `#version 300 es
precision highp float;
uniform vec3 u_halo;
out vec4 fragColor;
void main() { fragColor = vec4(u_halo, 1.0) * 0.4; }`;
	return [vertex, fragment];
}

const LEADER_WIDTH_PX = 1;

/** Radii are stored as whole steps of this many to the pixel. */
export const RADIUS_STEPS = 12;

function float(value: number): string {
	return value.toFixed(4);
}
