import { countryBox } from '../../model/country-table.ts';

/** A few positions out of range are mistakes of their own; from this share on they are how the file is written. */
const LEAST_BEYOND = 0.1;
/** Of the rows that name their country, this many at least must tell, and this share must tell the same. */
const LEAST_TELLING = 3;
const MOST_AGREE = 0.9;

/**
 * Notices that latitude and longitude stand in each other's place, over a whole file. `yes` where a tenth of the
 * positions or more exist only the other way around and none only this way; `likely` where the country a row names
 * holds its position only the other way around.
 */
export class SwapTally {
	#all = 0;
	#onlySwapped = 0;
	#onlyAsWritten = 0;
	#fitsSwapped = 0;
	#fitsAsWritten = 0;

	/** Two angles in degrees as they were written, in any range, and the row's country, if it names one. */
	add(latitude: number, longitude: number, country: string): void {
		this.#all++;
		const asWritten = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
		const swapped = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
		if (swapped && !asWritten) this.#onlySwapped++;
		if (asWritten && !swapped) this.#onlyAsWritten++;
		const box = country === '' ? null : countryBox(country);
		if (box === null) return;
		const fits = isInside(box, longitude, latitude);
		const fitsSwapped = isInside(box, latitude, longitude);
		if (fits && !fitsSwapped) this.#fitsAsWritten++;
		if (fitsSwapped && !fits) this.#fitsSwapped++;
	}

	verdict(): 'no' | 'yes' | 'likely' {
		const isBeyond = this.#onlySwapped > 0 && this.#onlySwapped >= this.#all * LEAST_BEYOND;
		if (isBeyond && this.#onlyAsWritten === 0) return 'yes';
		const telling = this.#fitsSwapped + this.#fitsAsWritten;
		return telling >= LEAST_TELLING && this.#fitsSwapped >= telling * MOST_AGREE ? 'likely' : 'no';
	}
}

function isInside(box: readonly [number, number, number, number], longitude: number, latitude: number): boolean {
	const [west, south, east, north] = box;
	return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
