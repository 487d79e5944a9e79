import { ATTRIBUTION_CODES, KIND_CODES, SIDE_CODES } from '../view/incident-table.ts';
import { LEAST_RINGED_RADIUS_PX, OLDEST, SYMBOL_METRICS } from '../view/symbol-tokens.ts';
import { ATLAS_CELL_UNITS, ATLAS_RANGE_UNITS } from './symbol-atlas.ts';

/** GL points where a symbol fits one, else a quad for each row. Both run the same fragment code. */
export type Primitive = 'points' | 'quads';

/** Attribute locations, and byte offsets in a row of `incidentRows`. */
export const ATTRIBUTES = { position: 0, days: 1, codes: 2, offset: 3, radius: 4, visible: 5 } as const;

const m = Object.fromEntries(Object.entries(SYMBOL_METRICS).map(([name, px]) => [name, float(px)])) as Record<
	keyof typeof SYMBOL_METRICS,
	string
>;

/**
 * `prelude` and `define` are MapLibre's for the projection in use. Its `projectTile` is not called: it takes one float32
 * per axis, which is off by pixels from zoom 16 on and on the globe from zoom 8. The same projection is computed here
 * from the difference to the map's centre, whose own clip position comes from the processor in double precision.
 */
export function vertexShader(primitive: Primitive, prelude: string, define: string): string {
	return `#version 300 es
#define ${primitive.toUpperCase()}
${prelude}
${define}
layout(location = ${ATTRIBUTES.position}) in vec4 a_position; // mercator: high parts, low parts
layout(location = ${ATTRIBUTES.days}) in vec2 a_days;
layout(location = ${ATTRIBUTES.codes}) in uvec4 a_codes; // kind, side, attribution, outcome
layout(location = ${ATTRIBUTES.offset}) in vec2 a_offset;
layout(location = ${ATTRIBUTES.radius}) in float a_radius;
layout(location = ${ATTRIBUTES.visible}) in float a_visible;

uniform vec4 u_centre; // of the map, as a_position
uniform vec4 u_flat_centre; // its clip position
uniform mat4 u_flat_matrix;
#ifdef GLOBE
uniform vec4 u_globe_centre;
uniform vec4 u_centre_angles; // sine and cosine of longitude, then of latitude
#endif
uniform vec2 u_days; // first and last day on show
uniform float u_fade_days;
uniform float u_scale;
uniform float u_pixel_ratio;
uniform vec2 u_viewport; // CSS pixels
uniform int u_emphasis; // 0 none, 1 hovered, 2 selected
uniform vec3 u_colours[${SIDE_CODES.length}];
uniform vec4 u_rings[${ATTRIBUTION_CODES.length}];

flat out int v_kind;
flat out vec3 v_colour;
flat out vec4 v_ring;
flat out float v_opacity;
flat out float v_radius; // device pixels, as all that follow
flat out float v_half;
#ifdef QUADS
out vec2 v_corner;
#endif

#ifdef GLOBE
float smallSin(float a) { return abs(a) < 0.4 ? a * (1.0 - a * a / 6.0 * (1.0 - a * a / 20.0)) : sin(a); }
float smallSinh(float a) { return abs(a) < 0.4 ? a * (1.0 + a * a / 6.0 * (1.0 + a * a / 20.0)) : sinh(a); }

vec4 project(vec2 delta) {
	float sinLng = u_centre_angles.x, cosLng = u_centre_angles.y, sinLat = u_centre_angles.z, cosLat = u_centre_angles.w;
	float halfTurn = PI * delta.x;
	float sinHalf = smallSin(halfTurn), cosHalf = cos(halfTurn);
	float dSinLng = 2.0 * sinHalf * (cosLng * cosHalf - sinLng * sinHalf);
	float dCosLng = -2.0 * sinHalf * (sinLng * cosHalf + cosLng * sinHalf);
	float b = -2.0 * PI * delta.y;
	float sinhB = smallSinh(b), sinhHalfB = smallSinh(b / 2.0);
	float growth = sinLat * sinhB + 2.0 * sinhHalfB * sinhHalfB;
	float pointCosLat = cosLat / (1.0 + growth);
	float dCosLat = -pointCosLat * growth;
	vec3 d = vec3(dSinLng * pointCosLat + sinLng * dCosLat, sinhB * pointCosLat * cosLat, dCosLng * pointCosLat + cosLng * dCosLat);
	vec3 sphere = vec3(sinLng * cosLat, sinLat, cosLng * cosLat) + d;
	vec4 globe = u_globe_centre + u_projection_matrix * vec4(d, 0.0);
	globe.z = globeComputeClippingZ(sphere) * globe.w;
	if (u_projection_transition > 0.999) return globe;
	vec4 flatPosition = u_flat_centre + u_flat_matrix * vec4(delta, 0.0, 0.0);
	float z = mix(0.0, globe.z, clamp((u_projection_transition - 0.2) / 0.8, 0.0, 1.0));
	vec4 between = mix(flatPosition, globe, u_projection_transition);
	return vec4(between.xy, z, between.w);
}
#else
vec4 project(vec2 delta) { return u_flat_centre + u_flat_matrix * vec4(delta, 0.0, 0.0); }
#endif

void main() {
	if (a_visible < 0.5 || a_days.x > u_days.y || a_days.y < u_days.x) {
		gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside the clip volume
#ifdef POINTS
		gl_PointSize = 1.0;
#endif
		return;
	}
	float age = u_fade_days > 0.0 && u_emphasis == 0 ? clamp((u_days.y - a_days.y) / u_fade_days, 0.0, 1.0) : 0.0;
	float px = u_scale * u_pixel_ratio;
	v_kind = int(a_codes.x);
	v_colour = u_colours[a_codes.y];
	v_ring = u_rings[a_codes.z];
	v_opacity = mix(1.0, ${float(OLDEST.opacity)}, age);
	v_radius = a_radius / ${float(RADIUS_STEPS)} * px * mix(1.0, ${float(OLDEST.radius)}, age);
	if (v_radius < ${float(LEAST_RINGED_RADIUS_PX)} * u_pixel_ratio) v_ring.x = 0.0;
	float extent = v_radius + (${m.casingPx} + 0.5) * px;
	if (v_ring.x > 0.0) extent = v_radius + (${m.ringGapPx} + v_ring.z / 2.0 + ${m.casingPx}) * px;
	if (u_emphasis > 0) extent = v_radius + (${m.ringGapPx} + ${m.haloGapPx} + ${m.selectedHaloPx}) * px;
	v_half = extent + 1.0;

	vec4 position = project((a_position.xy - u_centre.xy) + (a_position.zw - u_centre.zw));
	vec2 shift = a_offset * u_scale;
#ifdef QUADS
	v_corner = vec2((gl_VertexID & 1) * 2 - 1, (gl_VertexID & 2) - 1);
	shift += v_corner * v_half / u_pixel_ratio;
#else
	gl_PointSize = 2.0 * v_half;
#endif
	position.xy += shift * vec2(2.0, -2.0) / u_viewport * position.w;
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
	if (ink.a < 0.004) discard;
	fragColor = ink;
}`;
}

/** Radii are stored as whole steps of this many to the pixel. */
export const RADIUS_STEPS = 12;

function float(value: number): string {
	return value.toFixed(4);
}
