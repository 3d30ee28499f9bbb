/** The record LineageGraph.Node on the Java side. */
interface Node {
  id: string;
  title: string;
  detail: string;
  kind: string;
  state: string;
  upstream: string[];
}

const boxWidth = 140;
const boxHeight = 54;
const gapX = 28;
const gapY = 16;

/**
 * Steps and tables in the order in which data flows, left to right. Takes one property, `nodes`. The
 * tables below it on the page say the same in words, so readers skip it.
 */
class LineageGraph extends HTMLElement {
  private current: Node[] = [];

  set nodes(next: Node[]) {
    this.current = next ?? [];
    this.draw();
  }

  get nodes() {
    return this.current;
  }

  connectedCallback() {
    this.draw();
  }

  private draw() {
    const known = new Map(this.current.map((node) => [node.id, node]));
    const columns = this.columns(known);
    const place = new Map<string, [number, number]>();
    const tallest = Math.max(1, ...columns.map((column) => column.length));
    columns.forEach((column, x) => {
      const offset = ((tallest - column.length) * (boxHeight + gapY)) / 2;
      column.forEach((node, y) =>
        place.set(node.id, [x * (boxWidth + gapX), offset + y * (boxHeight + gapY)]),
      );
    });
    const width = columns.length * (boxWidth + gapX) - gapX;
    const height = tallest * (boxHeight + gapY) - gapY;
    const canvas = document.createElement('div');
    canvas.className = 'lineage-canvas';
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.append(this.arrows(known, place, width, height));
    for (const node of this.current) {
      canvas.append(this.box(node, place.get(node.id)!));
    }
    this.setAttribute('aria-hidden', 'true');
    this.replaceChildren(canvas);
  }

  /** A node stands right of everything it comes from; within a column, near what it comes from. */
  private columns(known: Map<string, Node>): Node[][] {
    const depth = new Map<string, number>();
    const depthOf = (node: Node, seen: Set<string>): number => {
      if (seen.has(node.id)) {
        return 0;
      }
      const found = depth.get(node.id);
      if (found !== undefined) {
        return found;
      }
      const next = new Set(seen).add(node.id);
      const before = node.upstream.filter((id) => known.has(id));
      const own = Math.max(-1, ...before.map((id) => depthOf(known.get(id)!, next))) + 1;
      depth.set(node.id, own);
      return own;
    };
    const columns: Node[][] = [];
    for (const node of this.current) {
      (columns[depthOf(node, new Set())] ??= []).push(node);
    }
    const row = new Map<string, number>();
    columns.forEach((column) => {
      const wish = (node: Node) => {
        const before = node.upstream.filter((id) => row.has(id)).map((id) => row.get(id)!);
        return before.length ? before.reduce((sum, one) => sum + one, 0) / before.length : 0;
      };
      column.sort((a, b) => wish(a) - wish(b));
      column.forEach((node, index) => row.set(node.id, index - (column.length - 1) / 2));
    });
    return columns;
  }

  private arrows(
    known: Map<string, Node>,
    place: Map<string, [number, number]>,
    width: number,
    height: number,
  ) {
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg');
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    for (const node of this.current) {
      const [toX, toY] = place.get(node.id)!;
      for (const id of node.upstream.filter((from) => known.has(from))) {
        const [fromX, fromY] = place.get(id)!;
        const startX = fromX + boxWidth;
        const startY = fromY + boxHeight / 2;
        const endY = toY + boxHeight / 2;
        const bend = Math.min(gapX, (toX - startX) / 2);
        const path = document.createElementNS(namespace, 'path');
        path.setAttribute(
          'd',
          `M${startX},${startY} C${startX + bend},${startY} ${toX - bend},${endY} ${toX},${endY}`,
        );
        svg.append(path);
      }
    }
    return svg;
  }

  private box(node: Node, [x, y]: [number, number]) {
    const box = document.createElement('div');
    box.className = `lineage-node ${node.kind} ${node.state}`;
    box.style.left = `${x}px`;
    box.style.top = `${y}px`;
    box.style.width = `${boxWidth}px`;
    box.style.height = `${boxHeight}px`;
    const title = document.createElement('strong');
    title.textContent = node.title;
    const detail = document.createElement('span');
    detail.textContent = node.detail;
    box.append(title, detail);
    return box;
  }
}

customElements.define('lineage-graph', LineageGraph);
