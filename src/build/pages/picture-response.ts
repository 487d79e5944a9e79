import { drawLocator, type LocatorSubject } from './draw-locator.ts';
import { PICTURE_LOOK } from './locator-look.ts';
import { type PictureWords, previewPicture } from './preview-picture.ts';

/** The picture of a page as a file: words, and the map where there is something to show. */
export async function pictureResponse(
	root: string,
	words: PictureWords,
	subject: LocatorSubject | null,
): Promise<Response> {
	const map = subject === null ? null : await drawLocator(root, subject, PICTURE_LOOK);
	return new Response(await previewPicture(words, map), { headers: { 'content-type': 'image/png' } });
}
