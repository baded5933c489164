// Does one thing with the Admin SDK: reads {"what", ...} from stdin, writes what came of it to stdout as JSON.
import { id, init } from "@instantdb/admin";
import { readFileSync } from "node:fs";

const { what, as, query } = JSON.parse(readFileSync(0, "utf8"));
const db = init({
  apiURI: process.env.INSTANT_CLI_API_URI,
  appId: process.env.INSTANT_APP_ID,
  adminToken: process.env.INSTANT_APP_ADMIN_TOKEN,
});
const actor = as ? db.asUser(as) : db;

const actions = {
  query: () => actor.query(query),
  async transact() {
    const post = id();
    const comment = id();
    await actor.transact([
      actor.tx.posts[post].create({ slug: "first", title: "One", views: 1 }),
      actor.tx.comments[comment].create({ text: "Well", createdAt: new Date(0) }).link({ post }),
    ]);
    await actor.transact(actor.tx.posts[post].merge({ meta: { tags: ["a"] } }));
    return { post, comment };
  },
  createPost: () => actor.transact(actor.tx.posts[id()].create({ slug: "second", title: "Two", views: 2 })),
  createToken: () => db.auth.createToken({ email: as.email }).then((token) => ({ made: token.length > 0 })),
};

function answer(result) {
  process.stdout.write(JSON.stringify(result));
}

await actions[what]().then(answer, (e) =>
  answer({ error: { name: e.name, status: e.status, message: e.message, type: e.body?.type } }),
);
