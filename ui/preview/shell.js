/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page's side of the preview. Runs in a script world of its own, which the article
 * cannot reach; the article's own scripts never run. Its one entry is feuillet.patch().
 *
 * The body is a list of blocks. Each begins with an empty comment, so that a block may
 * have any number of nodes, and style sheets see nothing of it; an article's HTML holds no
 * comments, they are removed before.
 */
'use strict';

globalThis.feuillet = (() => {
  const root = document.documentElement;
  const head = document.querySelector('.h-entry > header');
  const body = document.querySelector('.h-entry > .e-content');
  const foot = document.querySelector('.h-entry > footer');
  const warmUp = document.querySelector('.feu-warm-up');
  const longFrom = 600;
  const markers = [];
  const waiting = [];
  let shownRevision = 0;

  const parse = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };

  const commentsOf = (fragment) =>
    [...fragment.childNodes].filter((node) => node.nodeType === Node.COMMENT_NODE);

  /* HTML that a browser nests differently could swallow a marker: then block by block. */
  const parseBlocks = (html, count) => {
    const fragment = parse(html);
    let found = commentsOf(fragment);
    if (found.length === count)
      return {fragment, found};
    const whole = document.createDocumentFragment();
    found = html.split('<!---->').slice(1).map((part) => {
      const marker = document.createComment('');
      whole.append(marker, parse(part));
      return marker;
    });
    return {fragment: whole, found};
  };

  /* Images go into the page last and by themselves: one that comes with a template's
   * fragment is requested twice, and one that stays would be once more. */
  const cutImages = (fragment) =>
    [...fragment.querySelectorAll('img')].map((image) => {
      const place = document.createTextNode('');
      image.replaceWith(place);
      return {image, place};
    });

  /* The element of @oldImages that shows the same, made to be as @image is: it is neither
   * requested nor decoded again and does not flicker. */
  const reuseImage = (image, oldImages) => {
    const source = image.getAttribute('src');
    const at = oldImages.findIndex((old) => old.getAttribute('src') === source);
    if (at < 0)
      return null;
    const [old] = oldImages.splice(at, 1);
    for (const name of old.getAttributeNames())
      if (!image.hasAttribute(name))
        old.removeAttribute(name);
    for (const {name, value} of image.attributes)
      if (old.getAttribute(name) !== value)
        old.setAttribute(name, value);
    markImage(old);
    return old;
  };

  const putImages = (cut, oldImages) => {
    for (const {image, place} of cut)
      place.replaceWith(reuseImage(image, oldImages) ?? document.importNode(image));
  };

  const markImage = (image) => {
    image.classList.toggle('feu-missing', image.complete && image.naturalWidth === 0);
    if (image.getAttribute('class') === '')
      image.removeAttribute('class');
  };

  const removeBlocks = (first, count) => {
    const images = [];
    const end = markers[first + count] ?? null;
    let node = count > 0 ? markers[first] : end;
    while (node !== end) {
      const next = node.nextSibling;
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.tagName === 'IMG')
          images.push(node);
        images.push(...node.querySelectorAll('img'));
      }
      node.remove();
      node = next;
    }
    return images;
  };

  const replaceBlocks = ({first, removed, inserted, html}) => {
    if (removed === 0 && inserted === 0)
      return;
    const {fragment, found} = parseBlocks(html, inserted);
    const end = markers[first + removed] ?? null;
    body.classList.toggle('feu-long', markers.length - removed + inserted >= longFrom);
    const images = cutImages(fragment);
    const oldImages = removeBlocks(first, removed);
    body.insertBefore(fragment, end);
    putImages(images, oldImages);
    if (found.length < 10000)
      markers.splice(first, removed, ...found);
    else
      markers.splice(0, markers.length,
        ...markers.slice(0, first).concat(found, markers.slice(first + removed)));
  };

  const replacePart = (part, html) => {
    const fragment = parse(html);
    const images = cutImages(fragment);
    const oldImages = [...part.querySelectorAll('img')];
    part.replaceChildren(fragment);
    putImages(images, oldImages);
    part.hidden = html === '';
  };

  /* The first element of the body that is at least partly in view. */
  const findAnchor = () => {
    const children = body.children;
    let low = 0;
    let high = children.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (children[middle].getBoundingClientRect().bottom > 0)
        high = middle;
      else
        low = middle + 1;
    }
    return children[low] ?? null;
  };

  /* Runs @change so that what the reader sees first stays where it is. */
  const keepScroll = (change) => {
    const anchor = window.scrollY > 0 ? findAnchor() : null;
    const next = anchor?.nextElementSibling ?? null;
    const before = anchor?.getBoundingClientRect().top;
    const nextBefore = next?.getBoundingClientRect().top;
    change();
    if (anchor === null)
      return;
    const kept = anchor.isConnected ? anchor : next;
    if (kept === null || !kept.isConnected)
      return;
    const moved = kept.getBoundingClientRect().top - (kept === anchor ? before : nextBefore);
    if (Math.abs(moved) >= 1)
      window.scrollBy(0, moved);
  };

  const tellPainted = () => {
    const due = waiting.filter(({revision}) => revision <= shownRevision);
    for (const one of due) {
      waiting.splice(waiting.indexOf(one), 1);
      requestAnimationFrame(() => setTimeout(one.resolve, 0));
    }
  };

  /* See feu-preview-patch.h for the fields. */
  const patch = (change) => {
    warmUp.remove();
    root.lang = change.lang;
    root.dir = change.dir;
    document.title = change.title;
    document.body.dataset.hint = change.hint;
    keepScroll(() => {
      if (change.head !== undefined)
        replacePart(head, change.head);
      replaceBlocks(change);
      if (change.foot !== undefined)
        replacePart(foot, change.foot);
    });
    shownRevision = change.revision;
    tellPainted();
  };

  /* Resolves when the article of @revision, or a newer one, has been painted. */
  const painted = (revision) => new Promise((resolve) => {
    waiting.push({revision, resolve});
    tellPainted();
  });

  document.addEventListener('error', (event) => {
    if (event.target instanceof HTMLImageElement)
      markImage(event.target);
  }, true);
  document.addEventListener('load', (event) => {
    if (event.target instanceof HTMLImageElement)
      markImage(event.target);
  }, true);

  warmUp.getBoundingClientRect();
  return {patch, painted};
})();
