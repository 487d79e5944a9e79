/**
 * GLSL that places a point by its difference, in mercator units, to the map's centre. `prelude` and `define` are
 * MapLibre's for the projection in use. Its `projectTile` is not called: it takes one float32 per axis, which is off by
 * pixels from zoom 16 on and on the globe from zoom 8. The same projection is computed here from that difference; the
 * centre's own clip position comes from the processor in double precision.
 */
export function projectionShader(prelude: string, define: string): string {
	return `${prelude}
${define}
uniform vec4 u_centre; // of the map: mercator, high parts, low parts
uniform vec4 u_flat_centre; // its clip position
uniform mat4 u_flat_matrix;
#ifdef GLOBE
uniform vec4 u_globe_centre;
uniform vec4 u_centre_angles; // sine and cosine of longitude, then of latitude

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

vec2 fromCentre(vec4 place) { return (place.xy - u_centre.xy) + (place.zw - u_centre.zw); }
`;
}
