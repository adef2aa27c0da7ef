/* Draws a network out of the same response in the format of Cytoscape.js. */
// It has the path of this script, with another name.
const { default: cytoscape } = await import(new URL('cytoscape.js', import.meta.url));

const place = document.getElementById('network');
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const resolved = (name) => {
  const probe = document.createElement('i');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color || colour(name);
};

// The forces leave nodes that start at one point where chance throws them: the circle gives each a place of its own,
// and is what is drawn where the forces end with one node on another, whose edge could not be drawn.
const CIRCLE = { name: 'circle', animate: false, padding: 30, spacingFactor: 1.2 };
const FORCES = {
  name: 'cose',
  animate: false,
  padding: 30,
  nodeRepulsion: 9000,
  nodeOverlap: 30,
  nodeDimensionsIncludeLabels: true,
  idealEdgeLength: 110,
  randomize: false,
};

/** The width below which names of events, which are long, would fill the drawing. */
const PHONE = 600;

let network;
const response = await fetch(place.dataset.source);
if (response.ok) {
  const { elements } = await response.json();
  place.replaceChildren();
  place.classList.add('drawn');
  const most = Math.max(1, ...elements.edges.map(({ data }) => data.weight));
  network = cytoscape({
    container: place,
    elements,
    userZoomingEnabled: false,
    style: styleOf(most),
    layout: CIRCLE,
  });
  network.layout(FORCES).run();
  if (haveOverlap(network.nodes())) network.layout(CIRCLE).run();
  // A screen that is turned, or a window that is made smaller, would leave a part of the drawing outside.
  network.on('resize', fitIn);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    network.style(styleOf(most));
    fitIn();
  });
  fitIn();
  network.on('tap', 'node', ({ target }) => {
    const isEvent = target.data('type') === 'Event';
    location.assign(`/v1/${isEvent ? 'events' : 'entities'}/${encodeURIComponent(target.id())}`);
  });
}

/** The style in the colours of the moment, for edges of at most this weight. */
function styleOf(most) {
  return [
    {
      selector: 'node',
      style: {
        // Lines end at spaces; a word that is no word has none.
        label: (node) => node.data('label').replaceAll(/\S{24}/g, '$& '),
        color: resolved('--ink'),
        'font-size': 13,
        'text-wrap': 'wrap',
        'text-max-width': 130,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-background-color': resolved('--raised'),
        'text-background-opacity': 0.75,
        'background-color': resolved('--strong'),
        width: (node) => 12 + 6 * Math.sqrt(node.data('weight')),
        height: (node) => 12 + 6 * Math.sqrt(node.data('weight')),
        shape: (node) => (node.data('type') === 'Event' ? 'rectangle' : 'ellipse'),
      },
    },
    {
      selector: 'edge',
      style: {
        width: (edge) => 1 + (4 * edge.data('weight')) / most,
        'curve-style': 'bezier',
        'target-arrow-shape': (edge) => (edge.data('mutual') ? 'none' : 'triangle'),
        'line-color': edgeColour,
        'target-arrow-color': edgeColour,
      },
    },
  ];
}

/** Fits the drawing into its place, with names that can be read: where one would lie over another, it stands in the tables alone. */
function fitIn() {
  network.nodes().removeStyle();
  network.fit(undefined, CIRCLE.padding);
  const zoom = network.zoom();
  if (zoom <= 0.8) network.nodes().style({ 'font-size': 10 / zoom, 'text-max-width': 84 / zoom });
  if (network.width() < PHONE) hideNames(network.nodes('[type = "Event"]'));
  const drawn = [];
  for (const node of network.nodes().sort(byWeight)) {
    if (node.style('text-opacity') === '0') continue;
    const box = node.boundingBox({ includeNodes: false, includeOverlays: false, useCache: false });
    if (drawn.some((other) => lieOver(box, other))) hideNames(node);
    else drawn.push(box);
  }
}

/** Names of people and countries before those of events, which are long, and the more frequent ones first. */
function byWeight(a, b) {
  const isEvent = (node) => node.data('type') === 'Event';
  return isEvent(a) - isEvent(b) || b.data('weight') - a.data('weight');
}

function hideNames(nodes) {
  nodes.style({ 'text-opacity': 0, 'text-background-opacity': 0 });
}

function lieOver(a, b) {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

function edgeColour(edge) {
  const mean = edge.data('goldsteinMean');
  if (mean === null || mean === undefined || mean === 0) return resolved('--muted');
  return mean > 0 ? '#2f8fa6' : '#c2573a';
}

function haveOverlap(nodes) {
  const touch = (a, b, side, length) =>
    Math.abs(a.position(side) - b.position(side)) < (a[length]() + b[length]()) / 2;
  return nodes.some((a, i) =>
    nodes.slice(i + 1).some((b) => touch(a, b, 'x', 'outerWidth') && touch(a, b, 'y', 'outerHeight')),
  );
}
