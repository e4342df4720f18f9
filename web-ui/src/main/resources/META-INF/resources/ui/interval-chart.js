import { LitElement, html, css } from 'lit';
import { metricValue } from './format.js';

const ROW_HEIGHT = 46;
const AXIS_HEIGHT = 40;

/**
 * A forest plot: one line per model, a dot for the value, a bar for its interval. ECharts is loaded only when a chart
 * is shown. The drawing has a text alternative; the table beside it carries the same figures.
 */
class KindredIntervalChart extends LitElement {
  static properties = { rows: { attribute: false }, metric: {} };

  static styles = css`
    :host { display: block; }
    .chart { width: 100%; }
  `;

  constructor() {
    super();
    this.rows = [];
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.redraw = () => this.draw();
  }

  connectedCallback() {
    super.connectedCallback();
    this.dark.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.redraw);
    this.resize?.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  get measured() {
    return this.rows.filter((row) => Number.isFinite(row.value));
  }

  get summary() {
    const lines = this.measured.map((row) => {
      const interval = row.interval ? ` (${metricValue(row.interval[0])} to ${metricValue(row.interval[1])})` : '';
      return `${row.label} ${metricValue(row.value)}${interval}`;
    });
    return `${this.metric}: ${lines.join('; ')}`;
  }

  render() {
    const height = this.measured.length * ROW_HEIGHT + AXIS_HEIGHT;
    return html`<div class="chart" role="img" aria-label=${this.summary} .style=${`height:${height}px`}></div>`;
  }

  async updated() {
    await this.draw();
  }

  async draw() {
    const echarts = await import('echarts');
    if (!this.isConnected) return;
    const frame = this.renderRoot.querySelector('.chart');
    if (!this.chart) {
      this.chart = echarts.init(frame, null, { renderer: 'canvas' });
      this.resize = new ResizeObserver(() => this.chart?.resize());
      this.resize.observe(frame);
    }
    this.chart.setOption(this.option(frame.clientWidth), { notMerge: true });
    this.chart.resize();
  }

  option(width) {
    const style = getComputedStyle(this);
    const colour = (name) => style.getPropertyValue(name).trim();
    const rows = this.measured;
    const family = style.fontFamily;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return {
      animation: !still,
      animationDuration: 350,
      grid: { left: Math.min(170, width * 0.34), right: 20, top: 6, bottom: 26 },
      textStyle: { fontFamily: family },
      tooltip: this.tooltip(rows, colour, family),
      xAxis: {
        type: 'value',
        scale: true,
        splitNumber: width < 480 ? 3 : 6,
        axisLabel: { color: colour('--ink-3'), fontSize: 12, hideOverlap: true },
        splitLine: { lineStyle: { color: colour('--line') } },
        boundaryGap: ['4%', '4%'],
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map((row) => row.label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          color: colour('--ink'), fontSize: 13, fontWeight: 600, width: Math.min(155, width * 0.34 - 14), overflow: 'truncate',
        },
      },
      series: [
        {
          type: 'custom',
          renderItem: (params, at) => drawInterval(params, at, rows, colour),
          encode: { x: [1, 2, 3], y: 0 },
          data: rows.map((row, index) => [index, row.value, row.interval?.[0] ?? row.value, row.interval?.[1] ?? row.value]),
        },
      ],
    };
  }

  tooltip(rows, colour, family) {
    return {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      backgroundColor: colour('--surface'),
      borderColor: colour('--line-strong'),
      textStyle: { color: colour('--ink'), fontFamily: family, fontSize: 13 },
      formatter: ({ dataIndex }) => {
        const row = rows[dataIndex];
        const interval = row.interval ? `\n95%: ${metricValue(row.interval[0])} – ${metricValue(row.interval[1])}` : '';
        return `${row.label}\n${this.metric} ${metricValue(row.value)}${interval}`;
      },
    };
  }
}

function drawInterval(params, at, rows, colour) {
  const [value, y] = at.coord([at.value(1), at.value(0)]);
  const [low] = at.coord([at.value(2), at.value(0)]);
  const [high] = at.coord([at.value(3), at.value(0)]);
  const ink = params.dataIndex === 0 ? colour('--accent') : colour('--other');
  const line = { stroke: ink, lineWidth: 2 };
  const stroke = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: line });
  const dot = { type: 'circle', shape: { cx: value, cy: y, r: 6.5 }, style: { fill: ink, stroke: colour('--surface'), lineWidth: 2 } };
  const bar = rows[params.dataIndex].interval
    ? [
      { type: 'rect', shape: { x: low, y: y - 7, width: high - low, height: 14 }, style: { fill: ink, opacity: 0.14 } },
      stroke(low, y, high, y), stroke(low, y - 7, low, y + 7), stroke(high, y - 7, high, y + 7),
    ]
    : [];
  return { type: 'group', children: [...bar, dot] };
}

customElements.define('kindred-interval-chart', KindredIntervalChart);
