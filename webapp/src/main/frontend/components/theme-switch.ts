/** Light, dark or as the system has it; index.html applies and remembers the choice. */
type Choice = 'system' | 'light' | 'dark';

interface ThemeControl {
  choice(): Choice;
  choose(next: Choice): void;
}

declare global {
  interface Window {
    analyzerTheme: ThemeControl;
  }
}

const choices: ReadonlyArray<[Choice, string]> = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    if (this.childElementCount > 0) {
      return;
    }
    const group = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = 'Theme';
    group.append(legend);
    for (const [choice, caption] of choices) {
      const label = document.createElement('label');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = 'theme-choice';
      radio.value = choice;
      radio.checked = window.analyzerTheme.choice() === choice;
      radio.addEventListener('change', () => window.analyzerTheme.choose(choice));
      const text = document.createElement('span');
      text.textContent = caption;
      label.append(radio, text);
      group.append(label);
    }
    this.append(group);
  }
}

customElements.define('theme-switch', ThemeSwitch);

export {};
