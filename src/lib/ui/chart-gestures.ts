import type { Attachment } from 'svelte/attachments';

/** Where a pointer is, in pixels from the chart's left and top edge, and by what it points. */
export interface ChartPoint {
	readonly x: number;
	readonly y: number;
	/** True for a finger, which covers more than a mouse's point. */
	readonly coarse: boolean;
	/** `data-part` of what lies under the pointer, if it has one. */
	readonly part: string | null;
}

interface ChartGestures {
	/** A press that did not move. */
	tap: (point: ChartPoint) => void;
	dragStart: (point: ChartPoint) => void;
	dragMove: (point: ChartPoint) => void;
	dragEnd: () => void;
	/** Show `factor` times as much, around `x`. */
	zoom: (factor: number, x: number) => void;
	/** Move what is shown by a distance in pixels. */
	pan: (distance: number) => void;
	/** `null` when the pointer leaves. */
	hover: (point: ChartPoint | null) => void;
}

/** Fewest pixels a finger moves before its press becomes a drag. */
const FINGER_SLACK = 5;

/**
 * Tells taps, drags, two-finger pinches and wheel turns over a chart apart. The wheel zooms with the control key, as a
 * trackpad's pinch does, and pans sideways; otherwise it scrolls the page as ever.
 */
export function chartGestures(gestures: ChartGestures): Attachment<HTMLElement> {
	return (element) => {
		const pressed = new Map<number, ChartPoint>();
		let start: ChartPoint | null = null;
		let dragging = false;
		let pinched = false;

		function pointOf(event: PointerEvent | WheelEvent): ChartPoint {
			const box = element.getBoundingClientRect();
			const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]') : null;
			return {
				x: event.clientX - box.left,
				y: event.clientY - box.top,
				coarse: event instanceof PointerEvent && event.pointerType !== 'mouse',
				part: target?.dataset.part ?? null,
			};
		}

		function down(event: PointerEvent): void {
			if (event.button !== 0) return;
			const point = pointOf(event);
			pressed.set(event.pointerId, point);
			if (pressed.size === 1) {
				element.setPointerCapture(event.pointerId);
				start = point;
				pinched = false;
				if (!point.coarse || point.part) beginDrag();
			} else if (dragging) {
				endDrag();
			}
		}

		function move(event: PointerEvent): void {
			const point = pointOf(event);
			const before = pressed.get(event.pointerId);
			if (!before) return gestures.hover(point);
			const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1];
			pressed.set(event.pointerId, point);
			if (other) {
				pinched = true;
				const spread = Math.max(Math.abs(point.x - other.x), 1);
				gestures.zoom(Math.max(Math.abs(before.x - other.x), 1) / spread, (point.x + other.x) / 2);
				gestures.pan((before.x - point.x) / 2);
			} else if (!pinched) {
				if (!dragging && start && Math.abs(point.x - start.x) > FINGER_SLACK) beginDrag();
				if (dragging) gestures.dragMove(point);
			}
		}

		function up(event: PointerEvent): void {
			const point = pressed.get(event.pointerId);
			if (!pressed.delete(event.pointerId) || !point || !start) return;
			if (pressed.size > 0) return;
			const still = Math.abs(point.x - start.x) <= FINGER_SLACK;
			if (dragging) endDrag();
			if (still && !pinched && event.type === 'pointerup') gestures.tap({ ...start, x: point.x });
			start = null;
		}

		function beginDrag(): void {
			dragging = true;
			gestures.dragStart(start!);
		}

		function endDrag(): void {
			dragging = false;
			gestures.dragEnd();
		}

		function wheel(event: WheelEvent): void {
			if (event.ctrlKey) {
				event.preventDefault();
				gestures.zoom(Math.exp(Math.min(Math.max(event.deltaY, -60), 60) / 120), pointOf(event).x);
				return;
			}
			const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
			if (Math.abs(sideways) <= Math.abs(event.deltaY) && !event.shiftKey) return;
			event.preventDefault();
			gestures.pan(sideways);
		}

		const leave = () => gestures.hover(null);
		const stop = new AbortController();
		const { signal } = stop;
		element.addEventListener('pointerdown', down, { signal });
		element.addEventListener('pointermove', move, { signal });
		element.addEventListener('pointerup', up, { signal });
		element.addEventListener('pointercancel', up, { signal });
		element.addEventListener('pointerleave', leave, { signal });
		element.addEventListener('wheel', wheel, { signal, passive: false });
		return () => stop.abort();
	};
}
