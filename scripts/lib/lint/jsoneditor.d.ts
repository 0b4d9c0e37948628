/** What the desk's form uses of json-editor, which comes without types. */
declare class JSONEditor {
  static defaults: { language: string; languages: Record<string, Record<string, string>> };
  constructor(place: HTMLElement, options: Record<string, unknown>);
  getValue(): unknown;
  on(event: "ready" | "change", act: () => void): void;
}
