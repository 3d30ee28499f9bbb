/** A word-sized line: values left to right, gaps where a value is null. Decoration only. */
const width = 120;
const height = 32;
const inset = 2;

class SparkLine extends HTMLElement {
  private points: Array<number | null> = [];

  set values(next: Array<number | null>) {
    this.points = next ?? [];
    this.draw();
  }

  get values() {
    return this.points;
  }

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    this.draw();
  }

  private draw() {
    const known = this.points.filter((value): value is number => value !== null);
    if (known.length < 2) {
      this.replaceChildren();
      return;
    }
    const low = Math.min(...known);
    const span = Math.max(...known) - low || 1;
    const step = (width - 2 * inset) / (this.points.length - 1);
    let path = '';
    let pen = 'M';
    let last: [number, number] = [0, 0];
    this.points.forEach((value, index) => {
      if (value === null) {
        pen = 'M';
        return;
      }
      const x = inset + index * step;
      const y = height - inset - ((value - low) / span) * (height - 2 * inset);
      path += `${pen}${x.toFixed(1)},${y.toFixed(1)}`;
      pen = 'L';
      last = [x, y];
    });
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg');
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('preserveAspectRatio', 'none');
    const line = document.createElementNS(namespace, 'path');
    line.setAttribute('d', path);
    line.setAttribute('vector-effect', 'non-scaling-stroke');
    const end = document.createElementNS(namespace, 'circle');
    end.setAttribute('cx', String(last[0]));
    end.setAttribute('cy', String(last[1]));
    end.setAttribute('r', '2');
    svg.append(line, end);
    this.replaceChildren(svg);
  }
}

customElements.define('spark-line', SparkLine);
