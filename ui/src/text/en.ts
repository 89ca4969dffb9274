// The English texts: `en.ftl` is the window's own; what a subject needs stands in `<subject>.en.ftl`.
export default Object.values(
  import.meta.glob<string>(["./en.ftl", "./*.en.ftl"], {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
