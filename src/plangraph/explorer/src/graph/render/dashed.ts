// Dashed edges, which sigma has not: its rectangle, with gaps every few pixels.

import { EdgeRectangleProgram, type EdgeProgramType } from "sigma/rendering";

import { allLines } from "../../lib/notation";
import { COLOURED } from "./shader";

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;

varying vec4 v_color;
varying float v_along;

void main() {
  float thickness = max(length(a_normal), u_minEdgeThickness * u_sizeRatio) * u_correctionRatio / u_sizeRatio;
  vec2 unit = length(a_normal) > 0.0 ? normalize(a_normal) : a_normal;
  vec2 position = mix(a_positionStart, a_positionEnd, a_positionCoef) + unit * a_normalCoef * thickness;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) / u_correctionRatio / 2.0;
${COLOURED}
}
`;

const fragment = (dash: number, gap: number) => /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_along;

void main() {
  #ifndef PICKING_MODE
  if (mod(v_along, ${(dash + gap).toFixed(1)}) > ${dash.toFixed(1)}) discard;
  #endif
  gl_FragColor = v_color;
}
`;

/** A program for each way of dashing that the notation has, by the lengths of its dashes and gaps. */
export function dashedPrograms(): Record<string, EdgeProgramType> {
  const ways = new Set(allLines().map(({ dashes }) => dashes));
  ways.delete("");
  return Object.fromEntries([...ways].map((dashes) => [dashes, dashed(dashes)]));
}

function dashed(dashes: string): EdgeProgramType {
  const [dash = 4, gap = dash] = dashes.split(" ").map(Number);
  return class extends EdgeRectangleProgram {
    override getDefinition() {
      return {
        ...super.getDefinition(),
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: fragment(dash, gap),
      };
    }
  };
}
