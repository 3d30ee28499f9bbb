/**
 * Stands at the end of a list that goes on: fires `reached` when it scrolls into view. The button
 * in it does the same for the keyboard.
 */
class ScrollMore extends HTMLElement {
  private readonly observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.dispatchEvent(new CustomEvent('reached'));
      }
    },
    { rootMargin: '400px' },
  );

  connectedCallback() {
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }

  /** Looks again: after more was added, the element may still be in view. */
  again() {
    this.observer.unobserve(this);
    this.observer.observe(this);
  }
}

customElements.define('scroll-more', ScrollMore);
