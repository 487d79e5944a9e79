import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const PLACES = 'Fallujah Ramadi Tikrit Mosul Erbil Kirkuk Basra Najaf Samarra Balad'.split(' ');
const EVENTS = ['Drone strike', 'Rocket attack', 'Shelling', 'Armed clash', 'Airstrike', 'IED'];
const NOTE = 'Made for a measurement: nothing of this happened, nobody was hurt, and no source was asked. ';
const PIECE_CHARACTERS = 2 ** 20;
const DAY_MS = 86_400_000;

/** Columns of the made rows. */
const COLUMNS =
	'event_id,date,latitude,longitude,place,country,event,perpetrators,targets,killed,injured,notes,source'.split(',');

/** A row of made values; the same for a number each time. */
function madeRow(number: number): string[] {
	const random = seeded(number);
	const day = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 3600) * DAY_MS).toISOString().slice(0, 10);
	const toll = () => (random() < 0.3 ? '' : String(Math.floor(random() * 20)));
	return [
		`M${number}`,
		day,
		(28 + random() * 9).toFixed(4),
		(38 + random() * 12).toFixed(4),
		PLACES[Math.floor(random() * PLACES.length)]!,
		'Iraq',
		EVENTS[Math.floor(random() * EVENTS.length)]!,
		`Unit ${Math.floor(random() * 40)}`,
		`Unit ${Math.floor(random() * 40)}`,
		toll(),
		toll(),
		NOTE.repeat(1 + Math.floor(random() * 3)).trim(),
		`Made source ${Math.floor(random() * 500)}; made source ${Math.floor(random() * 500)}`,
	];
}

/** Writes a CSV of so many rows. */
export async function writeMadeCsv(path: string, rows: number): Promise<void> {
	await writePieces(path, function* () {
		yield `${COLUMNS.join(',')}\n`;
		for (let number = 1; number <= rows; number++) {
			yield `${madeRow(number)
				.map((cell) => (/[",;]/.test(cell) ? `"${cell}"` : cell))
				.join(',')}\n`;
		}
	});
}

/** Writes a feature collection of so many bytes or a little more, and gives the number of its features. */
export async function writeMadeGeojson(path: string, bytes: number): Promise<number> {
	let [rows, written] = [0, 0];
	await writePieces(path, function* () {
		yield '{"type":"FeatureCollection","features":[\n';
		while (written < bytes) {
			const cells = madeRow(++rows);
			const properties = Object.fromEntries(COLUMNS.map((name, column) => [name, cells[column]!]));
			const { latitude, longitude, ...others } = properties;
			const geometry = { type: 'Point', coordinates: [Number(longitude), Number(latitude)] };
			const line = JSON.stringify({ type: 'Feature', geometry, properties: others });
			written += line.length;
			yield rows === 1 ? line : `,\n${line}`;
		}
		yield '\n]}\n';
	});
	return rows;
}

async function writePieces(path: string, lines: () => Generator<string>): Promise<void> {
	const stream = createWriteStream(path);
	let piece = '';
	for (const line of lines()) {
		piece += line;
		if (piece.length < PIECE_CHARACTERS) continue;
		if (!stream.write(piece)) await once(stream, 'drain');
		piece = '';
	}
	stream.end(piece);
	await once(stream, 'close');
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32 by Tommy Ettinger, public domain). */
function seeded(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
