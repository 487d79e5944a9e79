/** Where every approach looks. */
export const CAMERA = { lng: 44, lat: 32, zoom: 4.5 };
