import * as settings from '$env/static/public';

/** Where the site will stand, with a slash at its end, if `PUBLIC_SITE_URL` said so when it was built. */
export function siteAddress(): string | null {
	const given = new Map<string, string>(Object.entries(settings)).get('PUBLIC_SITE_URL') ?? '';
	return given === '' ? null : given.replace(/\/*$/, '/');
}
