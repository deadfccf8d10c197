// Columns whose whole is in a side file: once they are unfolded and about to be seen, a frame shows it. The frame is of an origin of its
// own; page and frame tell each other nothing but a height and a theme.
(() => {
  const root = document.documentElement;

  // In the frame: nothing but the one column.
  if (location.search === '?framed') {
    root.classList.add('framed');
    document.querySelectorAll('details.column').forEach(column => {
      if ('#' + column.id !== location.hash) {
        column.remove();
      }
    });
    new ResizeObserver(() => {
      parent.postMessage(Math.ceil(document.body.getBoundingClientRect().height), '*');
    }).observe(document.body);
    addEventListener('message', ({ source, data }) => {
      if (source === parent && ['system', 'light', 'dark'].includes(data)) {
        root.dataset.theme = data;
      }
    });
    return;
  }

  const frames = [];
  const theme = document.getElementById('theme');
  const paint = frame => frame.contentWindow.postMessage(theme.value, '*');
  const show = link => {
    const [file, column] = link.getAttribute('href').split('#');
    const frame = document.createElement('iframe');
    frame.title = link.textContent;
    frame.setAttribute('sandbox', 'allow-scripts allow-downloads');
    frame.src = file + '?framed#' + column;
    frames.push(frame);
    link.closest('.body').append(frame);
  };
  const seen = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        seen.unobserve(target);
        show(target);
      }
    }
  }, { rootMargin: '600px 0px' });
  document.querySelectorAll('.elsewhere a').forEach(link => seen.observe(link));

  // Until the frame says how high it is, which it never does where its file is gone, what the page itself has stays.
  addEventListener('message', ({ source, data }) => {
    const frame = frames.find(candidate => candidate.contentWindow === source);
    if (frame && Number.isInteger(data) && data > 0) {
      frame.style.height = Math.min(data, 20000) + 'px';
      frame.parentElement.classList.add('whole');
      paint(frame);
    }
  });
  theme.addEventListener('change', () => frames.forEach(paint));
})();
