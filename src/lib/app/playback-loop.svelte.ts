import type { AtlasState } from './state.svelte.ts';

/** Longest step handed on after a pause of the browser's own; a hidden tab pauses playback altogether. */
const LONGEST_FRAME_MS = 250;

/** Runs playback with the browser's frames while it plays. To be called while a component is set up. */
export function runPlayback(app: AtlasState): void {
	$effect(() => {
		if (!app.playing) return;
		let last = performance.now();
		let frame = requestAnimationFrame(run);
		function run(now: number): void {
			app.tick(Math.min(now - last, LONGEST_FRAME_MS));
			last = now;
			frame = requestAnimationFrame(run);
		}
		const pauseWhenHidden = () => {
			if (document.hidden) app.pause();
		};
		document.addEventListener('visibilitychange', pauseWhenHidden);
		return () => {
			cancelAnimationFrame(frame);
			document.removeEventListener('visibilitychange', pauseWhenHidden);
		};
	});
}
