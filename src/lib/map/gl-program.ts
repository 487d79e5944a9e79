export interface GlProgram {
	readonly program: WebGLProgram;
	/** `null` for a uniform that the projection in use has no need of. */
	uniform(name: string): WebGLUniformLocation | null;
}

/** Compiles and links a program. Throws what the driver says if it does not compile. */
export function glProgram(gl: WebGL2RenderingContext, vertexSource: string, fragmentSource: string): GlProgram {
	const program = gl.createProgram();
	const shaders = [compile(gl, gl.VERTEX_SHADER, vertexSource), compile(gl, gl.FRAGMENT_SHADER, fragmentSource)];
	for (const shader of shaders) gl.attachShader(program, shader);
	gl.linkProgram(program);
	if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
		throw new Error(`Shader does not link: ${gl.getProgramInfoLog(program)}`);
	}
	for (const shader of shaders) gl.deleteShader(shader);
	const locations = new Map<string, WebGLUniformLocation | null>();
	return {
		program,
		uniform(name) {
			let location = locations.get(name);
			if (location === undefined) {
				location = gl.getUniformLocation(program, name);
				locations.set(name, location);
			}
			return location;
		},
	};
}

function compile(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
	const shader = gl.createShader(type)!;
	gl.shaderSource(shader, source);
	gl.compileShader(shader);
	if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
		throw new Error(`Shader does not compile: ${gl.getShaderInfoLog(shader)}`);
	}
	return shader;
}
