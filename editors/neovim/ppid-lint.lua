-- Neovim 0.11 or newer: put this file at ~/.config/nvim/lsp/ppid-lint.lua
-- and write vim.lsp.enable("ppid-lint") into init.lua.
return {
  cmd = { "ppid-lint", "lsp" },
  filetypes = { "markdown", "html", "text" },
  root_markers = { "ppid-lint.yaml", ".git" },
  init_options = { language = "id", contacts = {} },
}
