import ApexCharts, { type ApexOptions } from 'apexcharts';
import { formatter, type FormatName } from './formats';

/** What the server says about a chart; the record ChartSpec on the Java side. */
interface ChartSpec {
  kind: 'bar' | 'stacked-bar' | 'line' | 'area' | 'heatmap';
  title: string;
  /** One line under the title in an exported image: the filters that hold. */
  note: string;
  numberFormat: FormatName;
  /** Whether `categories` are ISO instants. */
  time: boolean;
  horizontal: boolean;
  categories: string[];
  categoryTitle: string;
  valueTitle: string;
  series: Array<{ name: string; color: string; values: Array<number | null> }>;
  clickable: boolean;
}

const height = 280;
/** Stands for "not known" in a heat map, where Apex would paint an empty cell like a zero. */
const unknown = -1;

/**
 * A chart. It takes one property, `spec`, draws when its size is known, follows the page's theme,
 * and tells of a clicked mark by the event `mark` with `detail.series` and `detail.category`.
 */
class AnalyzerChart extends HTMLElement {
  private current?: ChartSpec;
  private chart?: ApexCharts;
  private frame = 0;
  private readonly themeObserver = new MutationObserver(() => this.scheduleDrawing());

  set spec(next: ChartSpec) {
    this.current = next;
    this.scheduleDrawing();
  }

  get spec(): ChartSpec | undefined {
    return this.current;
  }

  connectedCallback() {
    this.themeObserver.observe(document.documentElement, { attributeFilter: ['theme'] });
    this.scheduleDrawing();
  }

  disconnectedCallback() {
    this.themeObserver.disconnect();
    cancelAnimationFrame(this.frame);
    this.chart?.destroy();
    this.chart = undefined;
  }

  /** Saves the chart with its title and note as a PNG of twice the size on screen. */
  async savePng(fileName: string) {
    if (!this.chart || !this.current) {
      return;
    }
    const scale = 2;
    const exported = (await this.chart.dataURI({ scale })) as { imgURI: string };
    const picture = new Image();
    picture.src = exported.imgURI;
    await picture.decode();
    const margin = 16 * scale;
    const header = 56 * scale;
    const canvas = document.createElement('canvas');
    canvas.width = picture.width + 2 * margin;
    canvas.height = picture.height + header + margin;
    const context = canvas.getContext('2d')!;
    context.fillStyle = this.color('--analyzer-card');
    context.fillRect(0, 0, canvas.width, canvas.height);
    const family = getComputedStyle(this).fontFamily;
    context.fillStyle = this.color('--analyzer-text');
    context.font = `600 ${16 * scale}px ${family}`;
    context.fillText(this.current.title, margin, 28 * scale);
    context.fillStyle = this.color('--analyzer-text-secondary');
    context.font = `${12 * scale}px ${family}`;
    context.fillText(this.current.note, margin, 46 * scale);
    context.drawImage(picture, margin, header);
    this.save(fileName, canvas.toDataURL('image/png'));
  }

  /** Saves a text that the server wrote. */
  saveText(fileName: string, text: string) {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    this.save(fileName, address);
    URL.revokeObjectURL(address);
  }

  private save(fileName: string, address: string) {
    const link = document.createElement('a');
    link.download = fileName;
    link.href = address;
    link.click();
  }

  private scheduleDrawing() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw() {
    if (!this.isConnected || !this.current) {
      return;
    }
    const options = this.options(this.current);
    // Apex keeps parts of earlier options when the kind of axis changes; a new chart does not.
    this.chart?.destroy();
    this.replaceChildren();
    const holder = document.createElement('div');
    this.append(holder);
    this.chart = new ApexCharts(holder, options);
    void this.chart.render().then(() => this.hideFromReaders(holder));
    this.style.cursor = this.current.clickable ? 'pointer' : 'default';
  }

  /** Readers get the element's own label and the table; hundreds of paths would only be noise. */
  private hideFromReaders(holder: HTMLElement) {
    holder.setAttribute('aria-hidden', 'true');
    holder.querySelectorAll('[tabindex]').forEach((part) => part.removeAttribute('tabindex'));
  }

  private color(name: string): string {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }

  private tell(series: number, category: number) {
    if (this.current?.clickable && category >= 0) {
      this.dispatchEvent(new CustomEvent('mark', { detail: { series, category } }));
    }
  }

  /** Equal steps from 0 to the greatest value, each with a colour of text that can be read on it. */
  private shades(spec: ChartSpec) {
    const steps = 5;
    const values = spec.series.flatMap((series) => series.values.map((value) => value ?? 0));
    const width = Math.max(...values, Number.MIN_VALUE) / steps;
    const none = this.color('--analyzer-card');
    const nothing = { from: unknown, to: unknown / 2, color: none, foreColor: none };
    const known = Array.from({ length: steps }, (_, step) => ({
      from: step * width,
      to: step === steps - 1 ? Number.MAX_VALUE : (step + 1) * width,
      color: this.color(`--heat-${step + 1}`),
      foreColor: this.color(step < 3 ? '--analyzer-text' : '--heat-text'),
    }));
    return [nothing, ...known];
  }

  private options(spec: ChartSpec): ApexOptions {
    const dark = document.documentElement.getAttribute('theme')?.includes('dark') ?? false;
    const format = formatter(spec.numberFormat);
    const heat = spec.kind === 'heatmap';
    const shown = (value: number | null | undefined) =>
      value === null || value === undefined || (heat && value === unknown) ? '' : format(value);
    const secondary = this.color('--analyzer-text-secondary');
    const labels = {
      style: { colors: secondary, fontSize: '12px' },
    };
    const bars = spec.kind === 'bar' || spec.kind === 'stacked-bar';
    const lines = spec.kind === 'line' || spec.kind === 'area';
    const values = (series: ChartSpec['series'][number]) =>
      spec.time
        ? series.values.map((value, index) => ({ x: Date.parse(spec.categories[index]), y: value }))
        : heat
          ? series.values.map((value, index) => ({ x: spec.categories[index], y: value ?? unknown }))
          : series.values;
    const valueAxis = {
      labels: { ...labels, formatter: (value: number) => shown(value) },
      title: {
        text: spec.valueTitle,
        style: { color: secondary, fontWeight: 400, fontSize: '12px' },
      },
    };
    const categoryTitle = {
      text: spec.categoryTitle,
      style: { color: secondary, fontWeight: 400, fontSize: '12px' },
    };
    const options: ApexOptions = {
      chart: {
        type: heat ? 'heatmap' : bars ? 'bar' : spec.kind === 'area' ? 'area' : 'line',
        stacked: spec.kind === 'stacked-bar' || spec.kind === 'area',
        height: heat ? Math.max(height, 90 + spec.series.length * 26) : height,
        width: '100%',
        toolbar: { show: false },
        zoom: { enabled: false },
        animations: { enabled: false },
        background: 'transparent',
        fontFamily: getComputedStyle(this).fontFamily,
        parentHeightOffset: 0,
        events: {
          // A click between lines has a category but no series (-1).
          click: (_event, _chart, { seriesIndex, dataPointIndex }) =>
            this.tell(Number(seriesIndex ?? -1), Number(dataPointIndex ?? -1)),
        },
      },
      theme: { mode: dark ? 'dark' : 'light' },
      colors: heat
        ? [this.color('--heat-1')]
        : spec.series.map((series) => this.color(`--chart-${series.color}`)),
      series: spec.series.map((series) => ({ name: series.name, data: values(series) as any })),
      dataLabels: {
        enabled: heat,
        formatter: (value) => shown(value as number),
        style: { fontSize: '11px', fontWeight: 400 },
      },
      stroke: lines
        ? { width: spec.kind === 'area' ? 1.5 : 2.25, curve: 'straight' }
        : { width: heat ? 2 : 0, colors: [this.color('--analyzer-card')] },
      fill: { opacity: spec.kind === 'area' ? 0.65 : 1, type: 'solid' },
      markers: { size: lines && spec.categories.length <= 40 ? 3 : 0, strokeWidth: 0, hover: { size: 6 } },
      plotOptions: {
        bar: {
          horizontal: spec.horizontal,
          borderRadius: 2,
          columnWidth: spec.series.length > 1 ? '78%' : '62%',
          barHeight: '70%',
        },
        heatmap: { radius: 3, enableShades: false, colorScale: { ranges: this.shades(spec) } },
      },
      grid: {
        borderColor: this.color('--analyzer-line'),
        strokeDashArray: 3,
        padding: { left: 8, right: 12, top: -8, bottom: 0 },
      },
      legend: {
        show: !heat && spec.series.length > 1,
        position: 'top',
        horizontalAlign: 'left',
        offsetX: -8,
        fontSize: '12px',
        labels: { colors: secondary },
        markers: { size: 5, strokeWidth: 0 },
        itemMargin: { horizontal: 8, vertical: 2 },
      },
      tooltip: {
        theme: dark ? 'dark' : 'light',
        shared: lines || (bars && !spec.horizontal),
        intersect: false,
        x: spec.time ? { format: 'd MMM yyyy' } : {},
        y: { formatter: (value) => shown(value) || 'no data' },
      },
      xaxis: spec.horizontal
        ? {
            ...valueAxis,
            labels: { ...labels, formatter: (value: string) => shown(Number(value)) },
            categories: spec.categories,
          }
        : {
            type: spec.time ? 'datetime' : 'category',
            // Apex fails on a key that is there without a value.
            ...(spec.time || heat ? {} : { categories: spec.categories }),
            labels: {
              ...labels,
              hideOverlappingLabels: true,
              trim: false,
              rotate: -35,
              datetimeUTC: true,
              datetimeFormatter: { month: 'MMM yyyy', day: 'd MMM', hour: 'HH:mm' },
            },
            title: categoryTitle,
            axisBorder: { show: false },
            axisTicks: { show: false },
            tooltip: { enabled: false },
          },
      yaxis: spec.horizontal
        ? { labels: { ...labels, maxWidth: 220 } }
        : heat
          ? { labels: { ...labels, maxWidth: 120 } }
          : {
              ...valueAxis,
              ...(bars || spec.kind === 'area' || spec.numberFormat === 'percent' ? { min: 0 } : {}),
              forceNiceScale: true,
              tickAmount: 5,
            },
      states: { active: { filter: { type: 'none' } } },
      noData: { text: 'Nothing to show for these filters', style: { color: secondary } },
    };
    return options;
  }
}

customElements.define('analyzer-chart', AnalyzerChart);
