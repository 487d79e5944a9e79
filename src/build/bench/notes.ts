/** What the figures do not say by themselves, printed below them. */
export const NOTES = `How the comparison is made
- Every approach has the same rows, the same 1400 x 900 map without buttons, the same camera and a plain background; all
  but "page", which is the whole page with its basemap, timeline, filters and counts.
- "gpu" is processor time of Chromium's GPU process under software rendering: vertex and fragment work and what any
  frame costs. "less empty" is what is left of it without the frame of an empty map. It promises nothing about a card.
- "atlas" counts by hexagons where more than some thousand are in view, as the page does; "symbols" draws each one.
- Ours draws a shape for the kind, a ring for the attribution and a size for the toll, faded with age; deck.gl and
  MapLibre draw plain circles of 4 pixels. Ours are larger where few are on show and about as large in crowds.
- deck.gl is drawn into MapLibre's own context (interleaved), as kepler.gl does; its picking draws the scene once more
  and waits for it. What takes it seconds is repeated less often: 5 steps for ten of ours, 3 at a million.
- MapLibre's GeoJSON is waited for until the map is idle, since before that the old step is still on show.
- "pick" is the median on incidents on show, "off" on the empty map; of filters the first change of a kind stands apart
  from the median of those after it; "alloc" is what the script's heap grows by in a step, buffers included.

What kepler.gl adds to deck.gl, which is not measured here
- It draws every row in every frame and lets the GPU throw away what the range leaves out, as deck.gl does here.
- At most four filters over numbers run on the GPU, and it holds four values a row for them; here there are two.
- Filters over categories, as of kind and side, run on the processor over all rows.
- The histogram of its time filter does not follow the other filters (keplergl/kepler.gl#1303); ours does, and its cost
  is in our figures.
- Files of about 500 MB of CSV are the most it loads (keplergl/kepler.gl#950, #2197).
`;
