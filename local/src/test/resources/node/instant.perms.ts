// Docs: https://www.instantdb.com/docs/permissions

import type { InstantRules } from "@instantdb/core";

const rules = {
  posts: {
    bind: ["isAuthor", "auth.id in data.ref('author.id')"],
    allow: {
      view: "true",
      create: "auth.id != null",
      delete: "isAuthor",
    },
  },
  comments: {
    allow: {
      view: "true",
    },
  },
} satisfies InstantRules;

export default rules;
