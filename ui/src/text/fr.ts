// The French texts: `fr.ftl` is the window's own; what a subject needs stands in `<subject>.fr.ftl`.
export default Object.values(
  import.meta.glob<string>(["./fr.ftl", "./*.fr.ftl"], {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
