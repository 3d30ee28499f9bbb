/** A SQL editor with completion of tables and columns. Text in as a property, edits and runs out as events. */
import { EditorView, basicSetup } from 'codemirror';
import { keymap } from '@codemirror/view';
import { Prec } from '@codemirror/state';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--analyzer-code-keyword, var(--lumo-primary-text-color))', fontWeight: '600' },
  { tag: tags.string, color: 'var(--lumo-success-text-color)' },
  { tag: tags.number, color: 'var(--lumo-error-text-color)' },
  { tag: tags.comment, color: 'var(--lumo-secondary-text-color)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': {
    fontSize: '0.875rem',
    backgroundColor: 'transparent',
    color: 'var(--lumo-body-text-color)',
    border: '1px solid var(--analyzer-line)',
    borderRadius: 'var(--lumo-border-radius-m)',
  },
  '&.cm-focused': { outline: '2px solid var(--lumo-primary-color-50pct)' },
  '.cm-scroller': { fontFamily: 'ui-monospace, monospace', minHeight: '7rem', maxHeight: '26rem' },
  '.cm-content': { caretColor: 'var(--lumo-body-text-color)' },
  '.cm-cursor': { borderLeftColor: 'var(--lumo-body-text-color)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--lumo-secondary-text-color)',
    border: 'none',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--lumo-contrast-5pct)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--lumo-primary-color-10pct)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--analyzer-card)',
    color: 'var(--lumo-body-text-color)',
    border: '1px solid var(--analyzer-line)',
  },
});

class SqlEditor extends HTMLElement {
  private view?: EditorView;
  private wanted = '';
  private tables: Record<string, string[]> = {};

  get value() {
    return this.view ? this.view.state.doc.toString() : this.wanted;
  }

  set value(text: string) {
    this.wanted = text ?? '';
    if (this.view && this.value !== this.wanted) {
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: this.wanted } });
    }
  }

  set schema(next: Record<string, string[]>) {
    this.tables = next ?? {};
    if (this.view) {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  connectedCallback() {
    if (this.view) {
      return;
    }
    const run = () => {
      this.dispatchEvent(new CustomEvent('run-sql', { detail: { sql: this.value } }));
      return true;
    };
    this.view = new EditorView({
      doc: this.wanted,
      parent: this,
      // The styles must reach the page itself: the element stands in a slot of the layout.
      root: document,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        basicSetup,
        sql({ dialect: PostgreSQL, schema: this.tables, upperCaseKeywords: true }),
        syntaxHighlighting(colours),
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'SQL' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            this.wanted = this.value;
            this.dispatchEvent(new CustomEvent('sql-changed', { detail: { sql: this.wanted } }));
          }
        }),
      ],
    });
  }

  disconnectedCallback() {
    this.wanted = this.value;
    this.view?.destroy();
    this.view = undefined;
  }
}

customElements.define('sql-editor', SqlEditor);
