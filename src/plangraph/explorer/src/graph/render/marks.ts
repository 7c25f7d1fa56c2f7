// Draws things with sigma as the explorer's own outlines: each is painted once into a texture and stamped from there.

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { families, familyOf, KIND } from "../../lib/notation";
import { COLOURED } from "./shader";

const CELL = 64; // pixels
const COLUMNS = 8; // of the sheet of marks
const MARGIN = 0.1; // share of a cell

const rows = () => Math.ceil(families().length / COLUMNS);

const vertex = () => /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_mark;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_texture;

void main() {
  float reach = a_size * u_correctionRatio / u_sizeRatio * 4.0 * ${(1 + 2 * MARGIN).toFixed(2)};
  vec2 position = a_position + reach * a_corner * 0.5;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  vec2 cell = vec2(mod(a_mark, ${COLUMNS}.0), floor(a_mark / ${COLUMNS}.0));
  vec2 inside = vec2(a_corner.x, -a_corner.y) * 0.5 + 0.5;
  v_texture = (cell + inside) / vec2(${COLUMNS}.0, ${rows()}.0);
${COLOURED}
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying vec2 v_texture;
uniform sampler2D u_atlas;

void main() {
  vec2 ink = texture2D(u_atlas, v_texture).ra;
  #ifdef PICKING_MODE
  if (ink.y < 0.3) discard;
  gl_FragColor = v_color;
  #else
  if (ink.y < 0.02) discard;
  gl_FragColor = vec4(v_color.rgb * ink.y, v_color.a * ink.y);
  #endif
}
`;

const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_atlas"] as const;

export interface MarkData extends NodeDisplayData {
  /** The class (IRI). */
  kind?: string;
}

export class MarkProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  #texture: WebGLTexture | null = null;

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertex(),
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_mark", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [-1, 1],
        [1, -1],
        [1, 1],
      ],
    };
  }

  processVisibleItem(index: number, start: number, data: MarkData): void {
    this.array.set([data.x, data.y, data.size, families().indexOf(familyOf(data.kind ?? KIND.anything))], start);
    this.array[start + 4] = floatColor(data.color);
    this.array[start + 5] = index;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio!, params.correctionRatio);
    this.#texture ??= upload(gl);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.uniform1i(uniformLocations.u_atlas!, 0);
  }

  override kill(): void {
    this.normalProgram.gl.deleteTexture(this.#texture);
    super.kill();
  }
}

function upload(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLTexture | null {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, paint());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

function paint(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = COLUMNS * CELL;
  canvas.height = rows() * CELL;
  const context = canvas.getContext("2d")!;
  context.fillStyle = context.strokeStyle = "#fff";
  const scale = CELL / 16 / (1 + 2 * MARGIN);
  families().forEach((family, index) => {
    const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
    context.setTransform(scale, 0, 0, scale, (column + 0.5) * CELL - 8 * scale, (row + 0.5) * CELL - 8 * scale);
    const path = new Path2D(family.outline);
    context.save();
    context.beginPath();
    context.rect(-1.2, -1.2, 18.4, 18.4);
    context.clip();
    context.lineWidth = 2;
    context.lineJoin = "round";
    if (family.open) context.stroke(path);
    else context.fill(path);
    context.restore();
  });
  return canvas;
}
