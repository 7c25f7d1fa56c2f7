// The room for a picture that may be larger than it, and what the small map of it takes of that.

/** How wide the map is, and what is free before it, in pixels. */
export const MAP = 56;
export const BEFORE_MAP = 8;

/** For so many pixels more there is no map. */
const LITTLE = 4;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether a picture of a size, drawn at a scale, has not all of it in sight (pixels). */
export function isBeyond(picture: Size, scale: number, room: Size): boolean {
  return picture.width * scale > room.width + LITTLE || picture.height * scale > room.height + LITTLE;
}

/** The width that the map takes of the room, where there is one. */
export function besideMap(width: number): number {
  return matchMedia("(width < 900px)").matches ? width : width - MAP - BEFORE_MAP;
}
