/* Draws the page's charts from the options in #charts, and marks the section that is being read. */
(() => {
  'use strict';
  const root = document.documentElement;
  const NARROW = 600;
  const PRINT_WIDTH = 660;
  const number = (value, digits) => value.toLocaleString('en', { maximumFractionDigits: digits });

  // The same forms as the tables have.
  const formats = {
    '@number': (value) => {
      const size = Math.abs(value);
      if (size !== 0 && size < 0.0001) return value.toExponential(1);
      return number(value, size < 10 ? 4 : size < 100 ? 2 : size < 1000 ? 1 : 0);
    },
    '@count': (value) => (value >= 1e6 ? `${number(value / 1e6, 1)} M` : value >= 1e4 ? `${number(value / 1e3, 1)} k` : number(value, 2)),
    '@share': (value) => `${number(100 * value, 1)}%`,
    '@seconds': (value) => {
      if (value < 1) return `${number(1000 * value, 2)} ms`;
      if (value < 120) return `${number(value, 1)} s`;
      return value < 7200 ? `${number(value / 60, 1)} min` : `${number(value / 3600, 1)} h`;
    },
    '@second-ticks': (value) => (value < 1 ? `${number(1000 * value, 2)} ms` : `${number(value, 0)} s`),
    '@megabytes': (value) => `${number(value, 1)} MB`,
  };

  const interval = (params, api) => {
    const ink = api.visual('color');
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    const children = [{ type: 'circle', shape: { cx: x, cy: y, r: 5 }, style: { fill: ink } }];
    if (Number.isFinite(api.value(2))) {
      const [low] = api.coord([api.value(2), api.value(1)]);
      const [high] = api.coord([api.value(3), api.value(1)]);
      const stroke = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: ink, lineWidth: 2 } });
      children.unshift(stroke(low, y, high, y), stroke(low, y - 5, low, y + 5), stroke(high, y - 5, high, y + 5));
    }
    return { type: 'group', children };
  };

  /** Colours as they are now, functions for their names; everything else stays text. */
  const resolve = (value, key, style) => {
    if (Array.isArray(value)) return value.map((one) => resolve(one, key, style));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolve(inner, name, style)]));
    }
    if (typeof value !== 'string') return value;
    if (/color$/i.test(key) && value.startsWith('var(')) return style.getPropertyValue(value.slice(4, -1)).trim();
    if (key === 'renderItem' && value === '@interval') return interval;
    if (key === 'formatter') {
      if (value === '@text') return (params) => params.data?.text ?? '';
      if (value === '@name') return (params) => params.name;
      if (value === '@series') return (params) => params.seriesName;
      return formats[value] ?? value;
    }
    return value;
  };

  /** Name and figures of what is pointed at; with a "tip" of its own, that. */
  const tooltip = (source) => (params) => {
    if (params.data?.tip) return params.data.tip;
    const lines = params.seriesName && !params.seriesName.startsWith('series') ? [params.seriesName] : [];
    const axes = [[].concat(source.xAxis ?? [])[0], [].concat(source.yAxis ?? [])[0]];
    const pair = Array.isArray(params.value) ? params.value : [params.name, params.value];
    axes.forEach((axis, at) => {
      if (!axis || pair[at] === undefined) return;
      const form = formats[axis.axisLabel?.formatter] ?? ((one) => one);
      lines.push(`${axis.name ?? ''} ${typeof pair[at] === 'number' ? form(pair[at]) : pair[at]}`.trim());
    });
    return lines.join('\n');
  };

  const axis = (given, ink, horizontal, width) => {
    const category = given.type === 'category';
    return {
      ...given,
      nameLocation: horizontal ? 'middle' : 'end',
      nameGap: horizontal ? 30 : 14,
      nameTextStyle: { color: ink('--ink-2'), fontSize: 12, align: horizontal ? 'center' : 'left', ...(horizontal ? {} : { padding: [0, 0, 0, -30] }) },
      axisLine: { show: !given.bare && (horizontal || category), lineStyle: { color: ink('--line-strong') } },
      axisTick: { show: false },
      splitNumber: horizontal && width < NARROW ? 3 : 5,
      splitLine: { show: !category, lineStyle: { color: ink('--line') } },
      minorSplitLine: { show: false },
      axisLabel: {
        color: category && !horizontal ? ink('--ink') : ink('--ink-3'),
        fontSize: 12,
        hideOverlap: true,
        ...(category && !horizontal ? { width: Math.min(190, width * 0.32), overflow: 'truncate', interval: 0 } : {}),
        ...(given.axisLabel ?? {}),
      },
    };
  };

  /** The option with what every chart of the page has in common, for a width. */
  const complete = (source, style, width) => {
    const ink = (name) => style.getPropertyValue(name).trim();
    const option = resolve(source, '', style);
    const family = getComputedStyle(document.body).fontFamily;
    const series = [].concat(option.series ?? []).map((one) => ({ ...one }));
    const ended = series.some((one) => one.endLabel?.show) && width >= NARROW;
    const named = !ended && series.filter((one) => one.name).length > 1 && !option.visualMap;
    for (const one of series) {
      if (one.endLabel) {
        one.endLabel = { ...one.endLabel, show: ended && one.endLabel.show, color: 'inherit', fontSize: 11.5, width: 132, overflow: 'truncate', distance: 8 };
        one.labelLayout = { moveOverlap: 'shiftY' };
      }
      if (one.label) one.label = { color: ink('--ink-2'), fontSize: 11.5, ...one.label };
      if (one.label?.show && one.type === 'scatter') one.labelLayout = { hideOverlap: true };
    }
    const vertical = [].concat(option.yAxis ?? []).some((one) => one.type !== 'category' && one.name);
    const legendRows = named ? 30 : 0;
    const square = option.square ? { width: Math.min(option.square.columns * option.square.side * 1.5, width - 20) } : {};
    delete option.square;
    return {
      ...option,
      animation: false,
      textStyle: { fontFamily: family, color: ink('--ink') },
      grid: {
        left: 14, top: vertical ? 34 : 12, bottom: 34 + legendRows + (option.visualMap ? 40 : 0),
        right: ended ? 152 : 22, containLabel: true, ...(option.grid ?? {}), ...square,
      },
      legend: named
        ? { type: 'scroll', bottom: 0, left: 8, right: 8, itemWidth: 20, textStyle: { color: ink('--ink-2'), fontSize: 12 },
          pageIconColor: ink('--ink-2'), pageIconInactiveColor: ink('--line'), pageTextStyle: { color: ink('--ink-3') } }
        : { show: false },
      tooltip: {
        trigger: 'item', renderMode: 'richText', confine: true, formatter: tooltip(source),
        backgroundColor: ink('--surface'), borderColor: ink('--line-strong'),
        textStyle: { color: ink('--ink'), fontFamily: family, fontSize: 13, fontWeight: 'normal' },
      },
      ...(option.xAxis ? { xAxis: [].concat(option.xAxis).map((one) => axis(one, ink, true, width)) } : {}),
      ...(option.yAxis ? { yAxis: [].concat(option.yAxis).map((one) => axis(one, ink, false, width)) } : {}),
      ...(option.visualMap
        ? { visualMap: { ...option.visualMap, orient: 'horizontal', left: 'center', bottom: 0, itemGap: width < NARROW ? 6 : 18, itemWidth: 14, textStyle: { color: ink('--ink-2'), fontSize: width < NARROW ? 10 : 12 } } }
        : {}),
      series,
    };
  };

  const charts = Object.entries(JSON.parse(document.getElementById('charts').textContent)).map(([id, given]) => {
    const frame = document.getElementById(id);
    frame.style.height = `${given.height}px`;
    return { frame, option: given.option, chart: echarts.init(frame, null, { renderer: 'svg' }), width: 0 };
  });

  const draw = (one, width = one.frame.clientWidth) => {
    one.width = width;
    one.chart.resize({ width });
    one.chart.setOption(complete(one.option, getComputedStyle(root), width), { notMerge: true });
  };
  charts.forEach((one) => draw(one));

  let printing = false;
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    const one = charts.find((chart) => chart.frame === target);
    if (!printing && target.clientWidth > 0 && target.clientWidth !== one.width) draw(one);
  }));
  charts.forEach(({ frame }) => observer.observe(frame));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.forEach((one) => draw(one)));

  // Paper has its own width and no dark side.
  addEventListener('beforeprint', () => {
    printing = true;
    root.classList.add('printing');
    charts.forEach((one) => draw(one, PRINT_WIDTH));
  });
  addEventListener('afterprint', () => {
    printing = false;
    root.classList.remove('printing');
    charts.forEach((one) => draw(one));
  });

  const links = [...document.querySelectorAll('nav a')];
  const spy = () => {
    const read = links.findLast((link) => document.querySelector(link.hash).getBoundingClientRect().top < innerHeight / 3) ?? links[0];
    for (const link of links) {
      if (link !== read) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'true');
        const list = link.closest('ol');
        list.scrollLeft = link.offsetLeft - list.clientWidth / 3;
      }
    }
  };
  addEventListener('scroll', spy, { passive: true });
  spy();
})();
