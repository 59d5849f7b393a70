/* clock2cloud: interactive figures. The models (c2cModels) are the program's own Java classes, compiled by TeaVM. */
(function () {
'use strict';
var M = self.c2cModels;
if (!M || !document.querySelectorAll) { return; }
var SVG = 'http://www.w3.org/2000/svg', COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'];
function colour(i) { return 'var(--c' + i + ',' + COLOURS[i] + ')'; }
function eng(v, unit) {
  if (!isFinite(v)) { return 'none'; }
  if (v === 0) { return '0 ' + unit; }
  var p = 'fpnµm kMGT', e = Math.floor(Math.log10(Math.abs(v)) / 3 + 1e-12);
  if (Math.abs(v) / Math.pow(1000, e) >= 999.5) { e++; }
  e = Math.max(-5, Math.min(4, e));
  return digits(v / Math.pow(1000, e)) + ' ' + p.charAt(e + 5).trim() + unit;
}
function digits(v) {
  var a = Math.abs(v), d = a === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(a * (1 + 5e-4)) + 1e-12));
  return v.toFixed(Math.min(d, 6));
}
function exact(v) { return String(+v.toPrecision(12)); }
function hours(s) { return s < 7200 ? digits(s / 60) + ' min' : digits(s / 3600) + ' h'; }
function duration(s) {
  return s < 0.9995 ? digits(s * 1000) + ' ms' : s < 120 ? digits(s) + ' s' : s < 7200 ? digits(s / 60) + ' min' : s < 172800 ? digits(s / 3600) + ' h' : digits(s / 86400) + ' days';
}
var TIMES = [1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 60, 600, 3600, 36000, 86400, 864000, 8640000, 86400000, 864000000];
function roundTime(s) {
  return s < 1e-3 ? s * 1e6 + ' µs' : s < 1 ? s * 1e3 + ' ms' : s < 60 ? s + ' s' : s < 3600 ? s / 60 + ' min' : s < 86400 ? s / 3600 + ' h' : s < 172800 ? '1 day' : s / 86400 + ' days';
}
function cents(v) { return v < 0.1 ? '$' + v.toFixed(4) : dollars(v); }
function dollars(v) { return '$' + v.toFixed(2); }
function bits(n) { return ('00000000' + (n >>> 0).toString(2)).slice(-8); }

/* What the sliders set, what they call, what is drawn, and the command that says the same. */
var FIGURES = {
  wire: {
    name: 'A message over a wire',
    inputs: [
      {id: 'clock', label: 'Clock', min: 1e8, max: 1e10, log: true, value: 2.53e9, text: function (v) { return eng(v, 'Hz'); }},
      {id: 'r', label: 'Resistance', min: 100, max: 1e4, log: true, value: 1000, text: function (v) { return eng(v, 'Ω'); }},
      {id: 'c', label: 'Capacitance', min: 1e-14, max: 1e-12, log: true, value: 7.74e-13, text: function (v) { return eng(v, 'F'); }},
      {id: 'threshold', label: 'Threshold', min: 0.5, max: 4.5, step: 0.05, value: 2.5, text: function (v) { return v.toFixed(2) + ' V'; }},
      {id: 'bits', label: 'Message', bits: true, value: 170}
    ],
    run: function (s) { return M.wire(s.clock, s.r, s.c, s.threshold, s.bits); },
    command: function (s) {
      return './c2c signal message --bits ' + bits(s.bits) + ' --tau ' + exact(s.r * s.c * 1e12) + 'ps --clock '
        + exact(s.clock / 1e9) + 'GHz --threshold ' + exact(s.threshold) + 'V';
    },
    say: function (s, o) {
      var read = '', wrong = 0, sent = bits(s.bits), i;
      for (i = 0; i < 8; i++) { read += o[i]; wrong += String(o[i]) === sent[i] ? 0 : 1; }
      return {
        finding: wrong === 0 ? 'Sent ' + sent + ', and every bit is read as sent' : 'Sent ' + sent + ', read ' + read + ': ' + wrong + ' of 8 bits are misread',
        facts: [['Read', read], ['Worst-case eye', digits(o[16]) + ' V' + (o[16] < 0 ? ' (closed)' : '')], ['Any message up to', eng(o[17], 'Hz')]]
      };
    },
    draw: function (plot, s, o) {
      var n = 192, xs = [], ys = [], i, t = 1e9 / s.clock, sent = bits(s.bits), sx = [0], sy = [0];
      for (i = 0; i <= n; i++) { xs.push(i / 24 * t); ys.push(o[18 + i]); }
      for (i = 0; i < 8; i++) { sx.push(i * t, (i + 1) * t); sy.push(sent[i] === '1' ? 5 : 0, sent[i] === '1' ? 5 : 0); }
      plot.axes(0, 8 * t, 0, 5.3, 'time (ns)', 'voltage (V)');
      plot.line(sx, sy, 'var(--grid,#e4e6e9)', 2);
      plot.rule(s.threshold, 'threshold');
      plot.line(xs, ys, colour(0), 2.6);
      for (i = 0; i < 8; i++) { plot.dot((i + 1) * t, o[8 + i], String(o[i]) === sent[i] ? colour(2) : colour(1), String(o[i]) === sent[i]); }
      plot.legend([[colour(0), 'at the far end'], [colour(2), 'read right', 'dot'], [colour(1), 'misread', 'ring']]);
    }
  },
  speedup: {
    name: 'More workers',
    inputs: [
      {id: 'workers', label: 'Workers', min: 2, max: 1000, log: true, round: true, value: 100, text: function (v) { return String(v); }},
      {id: 'serial', label: 'Serial part', min: 0, max: 0.5, step: 0.005, value: 0.05, text: function (v) { return digits(100 * v) + '%'; }},
      {id: 'overhead', label: 'Cost of agreement (a pair)', min: 0, max: 0.005, step: 0.0001, value: 0.001, text: function (v) { return (100 * v).toFixed(2) + '%'; }}
    ],
    run: function (s) { return M.speedup(s.workers, s.serial, s.overhead); },
    command: function (s) {
      return './c2c cluster speedup --serial ' + exact(100 * s.serial) + '% --coherency ' + exact(100 * s.overhead) + '% --workers ' + s.workers;
    },
    say: function (s, o) {
      return {
        finding: s.workers + ' workers are ' + digits(o[1]) + ' times as fast as one, not ' + s.workers + ' times',
        facts: [['Amdahl', digits(o[0]) + ' ×'], ['With agreement (USL)', digits(o[1]) + ' ×'],
          ['The most that pay', o[2] ? digits(o[2]) + ' workers, ' + digits(o[3]) + ' ×' : 'no peak']]
      };
    },
    draw: function (plot, s, o) {
      var xs = [], a = [], u = [], i, top = 1;
      for (i = 0; i < 64; i++) { xs.push(1 + (s.workers - 1) * i / 63); a.push(o[4 + i]); u.push(o[68 + i]); top = Math.max(top, o[4 + i], o[68 + i]); }
      plot.axes(1, s.workers, 0, top * 1.08, 'workers', 'speedup');
      plot.line([1, Math.min(s.workers, top * 1.08)], [1, Math.min(s.workers, top * 1.08)], 'var(--grey,#5f6368)', 1.4);
      plot.line(xs, a, colour(0), 2.6);
      plot.line(xs, u, colour(1), 2.6);
      if (o[2] && o[2] <= s.workers) { plot.dot(o[2], o[3], colour(1), true); }
      plot.legend([['var(--grey,#5f6368)', 'as many times'], [colour(0), 'Amdahl'], [colour(1), 'USL']]);
    }
  },
  spot: {
    name: 'Five hours of work on a machine that is taken away',
    inputs: [
      {id: 'bid', label: 'Bid, paid in full', min: 0.05, max: 1, step: 0.01, value: 0.17, text: function (v) { return dollars(v) + '/h'; }},
      {id: 'rate', label: 'Evictions an hour', min: 0.01, max: 1, log: true, value: 0.2, text: digits},
      {id: 'interval', label: 'Checkpoint every', min: 5, max: 300, step: 1, value: 33, text: function (v) { return v + ' min'; }}
    ],
    runs: 400,
    run: function (s) { return M.spot(s.bid, s.rate, 60 * s.interval, 2017, this.runs); },
    command: function (s) {
      return './c2c spot job --work 5h --save fixed --interval ' + s.interval + 'min --mean-life ' + exact(3600 / s.rate) + 's --price '
        + exact(s.bid) + ' --runs ' + this.runs + ' --seed 2017';
    },
    say: function (s, o) {
      return {
        finding: 'It takes ' + hours(o[1]) + ' and costs ' + dollars(o[8]) + ' on average; one time in twenty over ' + hours(o[6]),
        facts: [['Expected, closed form', hours(o[0])], ['Half of the runs', hours(o[3]) + ' to ' + hours(o[5])],
          ['Cost, 5% to 95%', dollars(o[7]) + ' to ' + dollars(o[10])], ['Evictions', digits(o[11])]]
      };
    },
    draw: function (plot, s, o) {
      var x = [], p = [[], [], [], [], []], i, k, top = 5, at;
      for (i = 0; i < 13; i++) {
        x.push(5 * Math.pow(60, i / 12));
        for (k = 0; k < 5; k++) { p[k].push(o[12 * (1 + i) + 2 + k] / 3600); }
        top = Math.max(top, p[4][i]);
      }
      plot.axes(5, 300, 4.5, Math.min(top, 40) * 1.05, 'checkpoint every (min)', 'time (h)', true);
      plot.band(x, p[0], p[4], colour(5), 0.35);
      plot.band(x, p[1], p[3], colour(0), 0.35);
      plot.line(x, p[2], colour(0), 2.6);
      at = o[4] / 3600;
      plot.dot(s.interval, at, colour(1), true);
      plot.legend([[colour(0), 'median'], [colour(0), 'half of the runs', 0.6], [colour(5), '5 to 95%', 0.35], [colour(1), 'chosen', 'dot']]);
    }
  },
  ladder: {
    name: 'The ladder: your net, from the old laptop to a rented GPU',
    inputs: [
      {id: 'layers', label: 'Hidden layers', min: 1, max: 4, step: 1, value: 1, text: String},
      {id: 'width', label: 'Neurons in each', min: 16, max: 4096, log: true, round: true, value: 128, text: String},
      {id: 'batch', label: 'Batch', min: 1, max: 1024, log: true, round: true, value: 32, text: String},
      {id: 'epochs', label: 'Epochs', min: 1, max: 200, log: true, round: true, value: 10, text: String}
    ],
    run: function (s) { return M.ladder(self.c2cLadder, s.layers, s.width, s.batch, s.epochs); },
    net: function (s) { var t = '784', i; for (i = 0; i < s.layers; i++) { t += ',' + s.width; } return t + ',10'; },
    command: function (s) {
      var work = ' --layers ' + this.net(s) + ' --batch ' + s.batch + ' --epochs ' + s.epochs;
      return './c2c ladder --rungs p2.xlarge,p2.xlarge-spot,p3.2xlarge,p5.4xlarge --quick' + work
        + ' && ./c2c predict --machine laptop-2009 --threads 1' + work;
    },
    say: function (s, o) {
      var ratio = o[6] / o[0], cheap = o[16] < o[10] ? 'the spot market' : 'on demand';
      return {
        finding: 'The rented K80 is ' + (ratio > 1.005 ? digits(ratio) + ' times slower than' : ratio < 0.995 ? digits(1 / ratio) + ' times as fast as' : 'as fast as')
          + ' one core of the laptop' + (o[11] ? ': most of a step it waits for Python' : ''),
        facts: [['Net', this.net(s).replace(/,/g, '-')], ['K80, the whole run', duration(o[9])], ['Cheapest K80', cheap + ', ' + cents(Math.min(o[10], o[16]))],
          ['Evicted before the end', digits(100 * o[30]) + '%']]
      };
    },
    draw: function (plot, s, o) {
      var names = ['Laptop of 2009, one core', 'p2.xlarge (K80), July 2017', 'The same on the spot market', 'p3.2xlarge (V100)', 'p5.4xlarge (H100)'], rows = [], i, k;
      for (i = 0; i < 5; i++) {
        k = 6 * i;
        rows.push({name: names[i], low: o[k + 1] * s.epochs, at: o[k + 3], high: o[k + 2] * s.epochs,
          words: duration(o[k + 3]) + (i ? ', ' + cents(o[k + 4]) : ''), colour: colour(i === 0 ? 4 : i < 3 ? 0 : 2)});
      }
      plot.bars(rows, 'time of the run, nine in ten inside the line');
    }
  }
};

function node(name, attributes, text) {
  var e = document.createElementNS(SVG, name), k;
  for (k in attributes) { e.setAttribute(k, attributes[k]); }
  if (text !== undefined) { e.textContent = text; }
  return e;
}
function element(name, attributes, children) {
  var e = document.createElement(name), k;
  for (k in attributes) { e.setAttribute(k, attributes[k]); }
  (children || []).forEach(function (c) { e.appendChild(typeof c === 'string' ? document.createTextNode(c) : c); });
  return e;
}
function Plot(svg, width) {
  var L = 46, R = 14, T = 34, H = Math.round(width < 500 ? 300 : 360), B = H - 40, x0, x1, y0, y1, log;
  svg.setAttribute('viewBox', '0 0 ' + width + ' ' + H);
  while (svg.lastChild) { svg.removeChild(svg.lastChild); }
  function X(v) { return log ? L + (width - L - R) * Math.log(v / x0) / Math.log(x1 / x0) : L + (width - L - R) * (v - x0) / (x1 - x0); }
  function Y(v) { return Math.max(T - 6, B - (B - T) * (v - y0) / (y1 - y0)); }
  function text(x, y, words, anchor) { svg.appendChild(node('text', {x: x, y: y, 'text-anchor': anchor, 'font-size': 12, style: 'fill:var(--grey,#5f6368)'}, words)); }
  function ticks(lo, hi) {
    var raw = (hi - lo) / 5, d = Math.pow(10, Math.floor(Math.log10(raw))), m = raw / d, step = d * (m <= 1 ? 1 : m <= 2 ? 2 : m <= 5 ? 5 : 10), out = [], v;
    for (v = Math.ceil(lo / step - 1e-9) * step; v <= hi * (1 + 1e-12); v += step) { out.push(+v.toPrecision(10)); }
    return out;
  }
  function points(xs, ys) { return xs.map(function (x, i) { return X(x).toFixed(2) + ',' + Y(ys[i]).toFixed(2); }).join(' '); }
  this.axes = function (a, b, c, d, xName, yName, logarithmic) {
    x0 = a; x1 = b; y0 = c; y1 = d; log = !!logarithmic;
    ticks(c, d).forEach(function (v) {
      svg.appendChild(node('line', {x1: L, x2: width - R, y1: Y(v), y2: Y(v), style: 'stroke:var(--grid,#e4e6e9)'}));
      text(L - 7, Y(v) + 4, String(v), 'end');
    });
    (log ? [5, 10, 20, 50, 100, 200, 300] : ticks(a, b)).forEach(function (v) { text(X(v), B + 17, String(v), 'middle'); });
    text(2, 12, yName, 'start');
    text(width - R, H - 4, xName, 'end');
  };
  this.line = function (xs, ys, c, w) { svg.appendChild(node('polyline', {points: points(xs, ys), fill: 'none', 'stroke-width': w, 'stroke-linejoin': 'round', style: 'stroke:' + c})); };
  this.band = function (xs, lo, hi, c, o) { svg.appendChild(node('polygon', {points: points(xs, lo) + ' ' + points(xs.slice().reverse(), hi.slice().reverse()), 'fill-opacity': o, style: 'fill:' + c})); };
  this.rule = function (y, words) {
    svg.appendChild(node('line', {x1: L, x2: width - R, y1: Y(y), y2: Y(y), 'stroke-dasharray': '5 4', style: 'stroke:var(--grey,#5f6368)'}));
    text(width - R, Y(y) - 5, words, 'end');
  };
  this.bars = function (rows, xName) {
    var lo = Infinity, hi = 0, high = (B - T) / rows.length, last = 0, v, i, k;
    rows.forEach(function (r) { lo = Math.min(lo, r.low); hi = Math.max(hi, r.high); });
    for (i = 0; i + 1 < TIMES.length && TIMES[i + 1] <= lo; i++) { /* the last round time below */ }
    for (k = i + 1; k + 1 < TIMES.length && TIMES[k] < hi; k++) { /* the first above */ }
    x0 = TIMES[i]; x1 = TIMES[k]; y0 = 0; y1 = 1; log = true; L = 14;
    for (; i <= k; i++) {
      v = TIMES[i];
      svg.appendChild(node('line', {x1: X(v), x2: X(v), y1: T - 22, y2: B, style: 'stroke:var(--grid,#e4e6e9)'}));
      if (v === x0 || v === x1 || (X(v) - last > 62 && X(x1) - X(v) > 62)) { text(X(v), B + 17, roundTime(v), v === x0 ? 'start' : v === x1 ? 'end' : 'middle'); last = X(v); }
    }
    rows.forEach(function (r, i) {
      var y = T - 22 + i * (high + 4), words = X(r.at) > width * 0.55;
      svg.appendChild(node('rect', {x: X(x0), y: y + 19, width: X(r.at) - X(x0), height: high - 26, 'fill-opacity': 0.35, style: 'fill:' + r.colour}));
      svg.appendChild(node('line', {x1: X(r.low), x2: X(r.high), y1: y + 6 + high / 2, y2: y + 6 + high / 2, 'stroke-width': 2.4, 'stroke-linecap': 'round', style: 'stroke:' + r.colour}));
      svg.appendChild(node('circle', {cx: X(r.at), cy: y + 6 + high / 2, r: 4.5, style: 'fill:' + r.colour}));
      svg.appendChild(node('text', {x: X(x0), y: y + 13, 'font-size': 13, style: 'fill:var(--ink,#202124)'}, r.name + ': ' + r.words));
    });
    text(width - R, H - 4, xName, 'end');
  };
  this.dot = function (x, y, c, full) { svg.appendChild(node('circle', {cx: X(x), cy: Y(y), r: 4.5, 'stroke-width': 2.4, style: 'stroke:' + c + ';fill:' + (full ? c : 'var(--paper,#fff)')})); };
  function sample(x, y, c, kind) {
    if (kind === 'dot' || kind === 'ring') {
      svg.appendChild(node('circle', {cx: x + 6, cy: y, r: 4, 'stroke-width': 2.4, style: 'stroke:' + c + ';fill:' + (kind === 'dot' ? c : 'var(--paper,#fff)')}));
    } else if (kind) {
      svg.appendChild(node('rect', {x: x, y: y - 5, width: 12, height: 10, 'fill-opacity': kind, style: 'fill:' + c}));
    } else {
      svg.appendChild(node('line', {x1: x, x2: x + 12, y1: y, y2: y, 'stroke-width': 3, style: 'stroke:' + c}));
    }
  }
  /** Colour, words, and what it looks like: 'dot', 'ring', how dense an area is, or nothing for a line. */
  this.legend = function (items) {
    var lines = [[]], wide = 0, free = width - R - 90;
    items.forEach(function (item) {
      var words = node('text', {'font-size': 12, style: 'fill:var(--ink,#222)'}, item[1]), w;
      svg.appendChild(words);
      w = (words.getComputedTextLength() || item[1].length * 6.4) + 30;
      if (wide + w > free && wide > 0) { lines.push([]); wide = 0; }
      lines[lines.length - 1].push({colour: item[0], words: words, wide: w, sample: item[2]});
      wide += w;
    });
    lines.forEach(function (line, row) {
      var x = width - R + 14, y = 8 + 15 * row, i;
      for (i = line.length - 1; i >= 0; i--) {
        x -= line[i].wide;
        sample(x, y, line[i].colour, line[i].sample);
        line[i].words.setAttribute('x', x + 16);
        line[i].words.setAttribute('y', y + 4);
      }
    });
  };
}

function fromHash(name) {
  var state = {}, part = location.hash.slice(1).split('&').filter(function (p) { return p.indexOf(name + '=') === 0; })[0];
  if (part) { part.slice(name.length + 1).split(',').forEach(function (kv) { var p = kv.split(':'); state[p[0]] = parseFloat(p[1]); }); }
  return state;
}
function toHash(name, state) {
  var rest = location.hash.slice(1).split('&').filter(function (p) { return p && p.indexOf(name + '=') !== 0; });
  rest.push(name + '=' + Object.keys(state).map(function (k) { return k + ':' + exact(state[k]); }).join(','));
  try { history.replaceState(null, '', '#' + rest.join('&')); } catch (e) { /* a sandboxed frame keeps no history */ }
}
function position(input, v) { return input.log ? 1000 * Math.log(v / input.min) / Math.log(input.max / input.min) : v; }
function value(input, p) {
  var v = input.log ? +(input.min * Math.pow(input.max / input.min, p / 1000)).toPrecision(3) : +p;
  return input.round ? Math.round(v) : v;
}
function legal(input, v) {
  if (!isFinite(v)) { return input.value; }
  if (input.bits) { return Math.max(0, Math.min(255, Math.round(v))); }
  v = Math.max(input.min, Math.min(input.max, v));
  return input.round ? Math.round(v) : v;
}

function mount(place) {
  var name = place.getAttribute('data-slider'), figure = FIGURES[name];
  if (!figure) { return; }
  var state = {}, given = fromHash(name), title = element('p', {'class': 'c2c-finding', 'aria-live': 'polite'}), facts = element('dl', {'class': 'c2c-facts'});
  var svg = node('svg', {role: 'img', 'aria-label': figure.name}), controls = element('div', {'class': 'c2c-controls'});
  var command = element('code', {}), copy = element('button', {type: 'button'}, ['Copy as command']), heavy = null, timer = 0;
  figure.inputs.forEach(function (input) {
    state[input.id] = legal(input, given[input.id] === undefined ? input.value : given[input.id]);
    var id = 'c2c-' + name + '-' + input.id, out = element('output', {'for': id}), field;
    if (input.bits) {
      field = element('input', {id: id, type: 'text', inputmode: 'numeric', maxlength: '8', pattern: '[01]{8}', spellcheck: 'false', value: bits(state[input.id])});
      field.addEventListener('input', function () { if (/^[01]{8}$/.test(field.value)) { state[input.id] = parseInt(field.value, 2); update(); } });
    } else {
      field = element('input', {id: id, type: 'range', min: input.log ? 0 : input.min, max: input.log ? 1000 : input.max, step: input.log ? 'any' : input.step});
      field.value = position(input, state[input.id]);
      out.textContent = input.text(state[input.id]);
      field.addEventListener('input', function () { state[input.id] = legal(input, value(input, field.value)); out.textContent = input.text(state[input.id]); update(); });
    }
    controls.appendChild(element('div', {}, [element('label', {'for': id}, [input.label]), field, out]));
  });
  function show(out, how) {
    var said = figure.say(state, out);
    title.textContent = said.finding + how;
    facts.textContent = '';
    said.facts.forEach(function (f) { facts.appendChild(element('div', {}, [element('dt', {}, [f[0]]), element('dd', {}, [f[1]])])); });
    svg.setAttribute('aria-label', figure.name + ': ' + said.finding);
    figure.draw(new Plot(svg, Math.max(300, Math.min(880, place.clientWidth - 36 || 600))), state, out);
  }
  function update() {
    try { show(figure.run(state), ''); } catch (e) { title.textContent = 'The model does not answer here: this run would practically never finish.'; facts.textContent = ''; while (svg.lastChild) { svg.removeChild(svg.lastChild); } }
    command.textContent = figure.command(state);
    toHash(name, state);
    if (self.c2cServer && name === 'spot') { clearTimeout(timer); timer = setTimeout(ask, 300); }
  }
  function ask() {
    var query = 'bid=' + state.bid + '&rate=' + state.rate + '&interval=' + state.interval, asked = heavy = {};
    fetch('api/spot?' + query).then(function (r) { return r.json(); }).then(function (answer) {
      if (asked === heavy && answer.values) { show(answer.values, ' (' + answer.runs + ' runs)'); }
    }).catch(function () { /* the page's own figures stand */ });
  }
  copy.addEventListener('click', function () {
    var done = function () { copy.textContent = 'Copied'; setTimeout(function () { copy.textContent = 'Copy as command'; }, 1500); };
    if (navigator.clipboard && self.isSecureContext) { navigator.clipboard.writeText(command.textContent).then(done, select); } else { select(); }
    function select() { var r = document.createRange(); r.selectNodeContents(command); var s = getSelection(); s.removeAllRanges(); s.addRange(r); try { document.execCommand('copy'); done(); } catch (e) { /* selected, to be copied by hand */ } }
  });
  place.textContent = '';
  [element('p', {'class': 'c2c-name'}, [figure.name]), title, svg, controls, facts, element('p', {'class': 'c2c-command'}, [command, ' ', copy])].forEach(function (e) { place.appendChild(e); });
  update();
  var width = place.clientWidth;
  addEventListener('resize', function () { if (place.clientWidth !== width) { width = place.clientWidth; update(); } });
}

var STYLE = '.c2c-slider{font-family:Roboto,"Segoe UI",Helvetica,Arial,sans-serif;line-height:1.5}.c2c-slider p{max-width:none}'
  + '.c2c-name{margin:0;font-size:.8rem;letter-spacing:.05em;text-transform:uppercase;color:var(--grey,#5f6368)}'
  + '.c2c-finding{font-weight:700;font-size:1.12rem;margin:.15rem 0 .7rem;min-height:2.7em;line-height:1.35}.c2c-slider svg{display:block;width:100%;height:auto;font-family:inherit}'
  + '.c2c-controls{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));gap:.5rem 1.6rem;margin:.8rem 0}'
  + '.c2c-controls>div{display:grid;grid-template-columns:1fr auto;gap:0 .5rem;font-size:.9rem}.c2c-controls input{grid-column:1/3;width:100%;margin:.2rem 0;min-height:1.8rem;accent-color:var(--c0,#0072b2);font:inherit}'
  + '.c2c-controls label{grid-column:1;grid-row:1}.c2c-controls output{grid-column:2;grid-row:1;font-variant-numeric:tabular-nums;font-weight:700}'
  + '.c2c-controls input[type=text]{font-family:ui-monospace,Menlo,Consolas,monospace;padding:.1rem .5rem;background:var(--paper,#fff);color:inherit;border:1px solid var(--grey,#5f6368);border-radius:6px}'
  + '.c2c-facts{display:flex;flex-wrap:wrap;gap:.3rem 1.8rem;margin:.4rem 0;font-size:.9rem}.c2c-facts dt{color:var(--grey,#5f6368);font-size:.8rem}.c2c-facts dd{margin:0;font-weight:700;font-variant-numeric:tabular-nums}'
  + '.c2c-command{font-size:.85rem;margin:.6rem 0 0;overflow-wrap:anywhere}.c2c-command button{font:inherit;padding:.25rem .7rem;border:1px solid var(--grey,#5f6368);border-radius:6px;background:none;color:inherit;cursor:pointer}';

function start() {
  document.head.appendChild(element('style', {}, [STYLE]));
  if (here && here.getAttribute('data-slider')) {
    var place = element('div', {'class': 'c2c-slider', 'data-slider': here.getAttribute('data-slider')});
    here.parentNode.insertBefore(place, here.nextSibling);
  }
  Array.prototype.forEach.call(document.querySelectorAll('div[data-slider]'), function (p) { if (!p.c2c) { p.c2c = true; mount(p); } });
}
var here = document.currentScript;
if (document.readyState === 'loading') { document.addEventListener('DOMContentLoaded', start); } else { start(); }
})();
