// Starts `ppid-lint lsp` for Markdown, HTML and plain text.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const settings = workspace.getConfiguration("ppid-lint");
  const languages = ["markdown", "html", "plaintext"];
  client = new LanguageClient(
    "ppid-lint",
    { command: settings.get("command"), args: ["lsp"] },
    {
      documentSelector: languages.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      initializationOptions: { language: settings.get("language"), contacts: settings.get("contacts") },
    },
  );
  return client.start();
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
