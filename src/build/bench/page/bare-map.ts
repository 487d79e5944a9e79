import { Map as MaplibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { workerUrl } from '../../../lib/map/worker-url.ts';
import { CAMERA } from './camera.ts';
import { nextRender, probe, until } from './map-probe.ts';

/** A map of the size of the page with nothing on it. */
export async function bareMap(): Promise<MaplibreMap> {
	setWorkerUrl(workerUrl());
	const container = document.createElement('div');
	container.style.cssText = 'position: fixed; inset: 0';
	document.body.append(container);
	const map = new MaplibreMap({
		container,
		style: {
			version: 8,
			sources: {},
			layers: [{ id: 'background', type: 'background', paint: { 'background-color': '#dfe5ea' } }],
		},
		center: [CAMERA.lng, CAMERA.lat],
		zoom: CAMERA.zoom,
		maxPitch: 0,
		attributionControl: false,
		fadeDuration: 0,
	});
	await map.once('load');
	await until(() => probe.map === map);
	await nextRender();
	return map;
}
