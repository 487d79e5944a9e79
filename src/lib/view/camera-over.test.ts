import { expect, test } from 'vitest';
import { cameraOver } from './camera-over.ts';

/** Pixels from the middle of the map, by the formula of Web Mercator. */
function pixels({ lng, lat, zoom }: { lng: number; lat: number; zoom: number }, [x, y]: readonly [number, number]) {
	const scale = 512 * 2 ** zoom;
	const down = (latitude: number) => -Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
	return [((x - lng) / 360) * scale, (down(y) - down(lat)) * scale];
}

test('all of the bounds is in sight, as near as it goes', () => {
	const [width, height] = [900, 600];
	const camera = cameraOver([34, 29, 48, 37], width, height);
	const [x, y] = pixels(camera, [48, 37]);
	expect(x).toBeLessThanOrEqual(width / 2 - 63);
	expect(-y!).toBeLessThanOrEqual(height / 2 - 63);
	expect(Math.max(x! / (width / 2 - 64), -y! / (height / 2 - 64))).toBeCloseTo(1, 1);
});

test('a point is not gone into without end, and the whole world fits', () => {
	expect(cameraOver([44, 33, 44, 33], 900, 600)).toEqual({ lng: 44, lat: 33, zoom: 9 });
	expect(cameraOver([-180, -90, 180, 90], 900, 600)).toMatchObject({ lat: 0, zoom: 0 });
});
