import dagre from '@dagrejs/dagre';

/** The record LineageGraph.Node on the Java side. */
interface Node {
  id: string;
  title: string;
  detail: string;
  kind: string;
  state: string;
  upstream: string[];
}

interface Point {
  x: number;
  y: number;
}

const boxWidth = 112;
const boxHeight = 62;
const widest = 1.5;

/**
 * Steps and tables in the order in which data flows, left to right, as wide as the page allows. Takes
 * one property, `nodes`. The tables below it on the page say the same in words, so readers skip it.
 */
class LineageGraph extends HTMLElement {
  private current: Node[] = [];
  private readonly resized = new ResizeObserver(() => this.draw());

  set nodes(next: Node[]) {
    this.current = next ?? [];
    this.draw();
  }

  get nodes() {
    return this.current;
  }

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    this.resized.observe(this);
  }

  disconnectedCallback() {
    this.resized.disconnect();
  }

  private draw() {
    const available = this.clientWidth;
    if (!available || !this.current.length) {
      return;
    }
    const graph = this.layout();
    const { width = 0, height = 0 } = graph.graph();
    const stretch = Math.min(widest, Math.max(1, available / width));
    const canvas = document.createElement('div');
    canvas.className = 'lineage-canvas';
    canvas.style.width = `${width * stretch}px`;
    canvas.style.height = `${height}px`;
    canvas.append(this.arrows(graph, width, height, stretch));
    for (const node of this.current) {
      canvas.append(this.box(node, graph.node(node.id), stretch));
    }
    this.replaceChildren(canvas);
  }

  private layout() {
    const graph = new dagre.graphlib.Graph();
    graph.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 10, ranksep: 24 });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const node of this.current) {
      graph.setNode(node.id, { width: boxWidth, height: boxHeight });
    }
    for (const node of this.current) {
      for (const from of node.upstream.filter((id) => graph.hasNode(id))) {
        graph.setEdge(from, node.id);
      }
    }
    dagre.layout(graph);
    return graph;
  }

  private arrows(
    graph: ReturnType<LineageGraph['layout']>,
    width: number,
    height: number,
    stretch: number,
  ) {
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg');
    svg.setAttribute('width', String(width * stretch));
    svg.setAttribute('height', String(height));
    for (const edge of graph.edges()) {
      const points: Point[] = graph.edge(edge).points;
      const path = document.createElementNS(namespace, 'path');
      path.setAttribute('d', curve(points.map(({ x, y }) => ({ x: x * stretch, y }))));
      svg.append(path);
    }
    return svg;
  }

  private box(node: Node, centre: Point, stretch: number) {
    const box = document.createElement('div');
    box.className = `lineage-node ${node.kind} ${node.state}`;
    box.style.left = `${(centre.x - boxWidth / 2) * stretch}px`;
    box.style.top = `${centre.y - boxHeight / 2}px`;
    box.style.width = `${boxWidth * stretch}px`;
    box.style.height = `${boxHeight}px`;
    const title = document.createElement('strong');
    title.textContent = breakable(node.title);
    const detail = document.createElement('span');
    detail.textContent = node.detail;
    box.append(title, detail);
    return box;
  }
}

/** A smooth line that touches the middle between each two points. */
function curve(points: Point[]) {
  let path = `M${points[0].x},${points[0].y}`;
  for (let i = 1; i < points.length - 1; i++) {
    const next = points[i + 1];
    const last = i === points.length - 2;
    const endX = last ? next.x : (points[i].x + next.x) / 2;
    const endY = last ? next.y : (points[i].y + next.y) / 2;
    path += ` Q${points[i].x},${points[i].y} ${endX},${endY}`;
  }
  return path;
}

/** Allows a line break between the words of a name such as AssignStyleClusters or fct_sessions. */
function breakable(name: string) {
  return name.replace(/([a-z])(?=[A-Z])|_/g, '$&\u200b');
}

customElements.define('lineage-graph', LineageGraph);
