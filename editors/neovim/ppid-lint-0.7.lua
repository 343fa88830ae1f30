-- Neovim 0.7 to 0.10: source this file from init.lua, as in dofile("/path/to/ppid-lint-0.7.lua").
-- From 0.11 on take ppid-lint.lua instead.
local client

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "markdown", "html", "text" },
  callback = function(event)
    client = client or vim.lsp.start_client({
      name = "ppid-lint",
      cmd = { "ppid-lint", "lsp" },
      root_dir = vim.fn.getcwd(),
      init_options = { language = "id", contacts = {} },
      on_exit = function() client = nil end,
    })
    if client then vim.lsp.buf_attach_client(event.buf, client) end
  end,
})
