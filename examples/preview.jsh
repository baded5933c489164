// A throw-away app for each pull request: made, given its schema and rules, and printed for the deployment to use.
//
//   instant4j run --local examples/preview.jsh pr-1234

var title = args.isEmpty() ? "preview" : args.get(0);
var app = instant.createTemporaryApp(title);
var plan = instant.plan(app, load("todos.jsh"));
print(plan);
instant.push(plan);
print(title + " is app " + app.id() + " until " + app.expiresAt());
