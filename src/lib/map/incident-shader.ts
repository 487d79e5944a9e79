import { ATTRIBUTION_CODES, KIND_CODES, SIDE_CODES } from '../view/incident-table.ts';
import { DIMMED, LEAST_RINGED_RADIUS_PX, OLDEST, PULSE, SYMBOL_METRICS } from '../view/symbol-tokens.ts';
import { projectionShader } from './projection-shader.ts';
import { ROW_STATES } from './row-states.ts';
import { ATLAS_CELL_UNITS, ATLAS_RANGE_UNITS } from './symbol-atlas.ts';

/** GL points where a symbol fits one, else a quad for each row. Both run the same fragment code. */
export type Primitive = 'points' | 'quads';

/** How many arrivals may be under way at once. */
export const MOST_ARRIVALS = 4;

/** Attribute locations, and byte offsets in a row of `incidentRows`. */
export const ATTRIBUTES = { position: 0, days: 1, codes: 2, offset: 3, radius: 4, state: 5 } as const;

const m = Object.fromEntries(Object.entries(SYMBOL_METRICS).map(([name, px]) => [name, float(px)])) as Record<
	keyof typeof SYMBOL_METRICS,
	string
>;

/** `prelude` and `define` are MapLibre's for the projection in use. */
export function vertexShader(primitive: Primitive, prelude: string, define: string): string {
	return `#version 300 es
#define ${primitive.toUpperCase()}
${projectionShader(prelude, define)}
layout(location = ${ATTRIBUTES.position}) in vec4 a_position; // mercator: high parts, low parts
layout(location = ${ATTRIBUTES.days}) in vec2 a_days;
layout(location = ${ATTRIBUTES.codes}) in uvec4 a_codes; // kind, side, attribution, outcome
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
uniform vec3 u_arrivals[${MOST_ARRIVALS}]; // first and last day, how far its ring has widened
uniform vec3 u_dimmed;
uniform int u_emphasis; // 0 none, 1 hovered, 2 selected
uniform vec3 u_colours[${SIDE_CODES.length}];
uniform vec4 u_rings[${ATTRIBUTION_CODES.length}];

flat out int v_kind;
flat out vec3 v_colour;
flat out vec4 v_ring;
flat out float v_opacity;
flat out float v_radius; // device pixels, as all that follow
flat out float v_half;
flat out float v_pulse; // 0 to 1 while the ring of an arrival widens
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
	float age = u_fade_days > 0.0 && u_emphasis == 0 ? clamp((u_days.y - a_days.y) / u_fade_days, 0.0, 1.0) : 0.0;
	float px = u_scale * u_pixel_ratio;
	v_kind = int(a_codes.x);
	bool isDimmed = a_state == ${float(ROW_STATES.excluded)};
	v_colour = isDimmed ? u_dimmed : u_colours[a_codes.y];
	v_ring = u_rings[a_codes.z];
	v_opacity = isDimmed ? ${float(DIMMED.opacity)} : mix(1.0, ${float(OLDEST.opacity)}, age);
	v_radius = a_radius / ${float(RADIUS_STEPS)} * px * (isDimmed ? ${float(DIMMED.radius)} : mix(1.0, ${float(OLDEST.radius)}, age));
	v_pulse = 1.0;
	for (int i = 0; i < ${MOST_ARRIVALS}; i++) {
		vec3 arrival = u_arrivals[i];
		if (!isDimmed && a_days.x >= arrival.x && a_days.x <= arrival.y) v_pulse = min(v_pulse, arrival.z);
	}
	if (isDimmed && u_emphasis == 0) v_ring.x = 0.0;
	if (v_radius < ${float(LEAST_RINGED_RADIUS_PX)} * u_pixel_ratio) v_ring.x = 0.0;
	float extent = v_radius + (${m.casingPx} + 0.5) * px;
	if (v_ring.x > 0.0) extent = v_radius + (${m.ringGapPx} + v_ring.z / 2.0 + ${m.casingPx}) * px;
	if (u_emphasis > 0) extent = v_radius + (${m.ringGapPx} + ${m.haloGapPx} + ${m.selectedHaloPx}) * px;
	if (v_pulse < 1.0) extent = max(extent, v_radius + (${m.ringGapPx} + ${float(PULSE.reachPx)} + ${float(PULSE.widthPx)}) * px);
	v_half = extent + 1.0;

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

/** Draws casing, ring, shape and halo from signed distances in device pixels, so that edges are smooth at any size. */
export function fragmentShader(primitive: Primitive): string {
	return `#version 300 es
#define ${primitive.toUpperCase()}
precision highp float;
precision highp int;
uniform sampler2D u_atlas;
uniform float u_scale;
uniform float u_pixel_ratio;
uniform vec3 u_casing;
uniform vec3 u_halo;
uniform int u_emphasis;
flat in int v_kind;
flat in vec3 v_colour;
flat in vec4 v_ring;
flat in float v_opacity;
flat in float v_radius;
flat in float v_half;
flat in float v_pulse;
#ifdef QUADS
in vec2 v_corner;
#endif
out vec4 fragColor;
const float TURN = 6.283185307;

float shapeDistance(vec2 p) {
	vec2 cell = clamp(p / v_radius / ${float(ATLAS_CELL_UNITS)} + 0.5, 0.01, 0.99);
	float stored = texture(u_atlas, vec2((float(v_kind) + cell.x) / ${float(KIND_CODES.length)}, cell.y)).r;
	return (stored * 2.0 - 1.0) * ${float(ATLAS_RANGE_UNITS)} * v_radius;
}

float ringDistance(vec2 p, float radius, float width) {
	float across = abs(length(p) - radius) - width / 2.0;
	if (v_ring.y >= 1.0) return across;
	float segment = abs(fract((atan(p.y, p.x) / TURN - v_ring.w) * v_ring.x + 0.5) - 0.5);
	float along = (segment - v_ring.y / 2.0) / v_ring.x * TURN * radius;
	return max(across, along);
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
	float shape = shapeDistance(p);
	float ring = 1e4;
	float ringRadius = v_radius + ${m.ringGapPx} * px;
	if (v_ring.x > 0.0) ring = ringDistance(p, ringRadius, v_ring.z * px);
	vec4 ink = vec4(0.0);
	if (v_ring.x > 0.0) over(ink, u_casing, ${m.plateOpacity} * coverage(length(p) - ringRadius));
	over(ink, u_casing, 0.85 * coverage(min(shape - ${m.casingPx} * px, ring - 0.8 * px)));
	over(ink, v_colour, coverage(ring));
	over(ink, v_colour, coverage(shape));
	ink *= v_opacity;
	if (u_emphasis > 0) {
		float width = (u_emphasis == 2 ? ${m.selectedHaloPx} : ${m.hoveredHaloPx}) * px;
		float halo = abs(length(p) - ringRadius - ${m.haloGapPx} * px) - width / 2.0;
		over(ink, u_casing, 0.5 * coverage(halo - px));
		over(ink, u_halo, coverage(halo));
	}
	if (v_pulse < 1.0) {
		float reached = 1.0 - (1.0 - v_pulse) * (1.0 - v_pulse);
		float across = abs(length(p) - ringRadius - reached * ${float(PULSE.reachPx)} * px);
		over(ink, v_colour, (1.0 - v_pulse) * coverage(across - mix(${float(PULSE.widthPx)}, 1.0, v_pulse) / 2.0 * px));
	}
	if (ink.a < 0.004) discard;
	fragColor = ink;
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
