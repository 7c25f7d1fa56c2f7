// What the shaders of marks and lines have in common.

/** The end of a vertex shader: the colour that is drawn, or the one by which sigma finds what is under the pointer. */
export const COLOURED = /* glsl */ `
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
`;
