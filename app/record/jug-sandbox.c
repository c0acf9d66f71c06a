/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a program without network, and without the files of the person who runs it. */
#include "jug-sandbox.h"

/* What a Python interpreter needs of a system, and that tells nothing of a person. */
static const char *const system_paths[] = {
  "/usr",           "/bin",  "/lib", "/lib32",           "/lib64",
  "/libx32",        "/sbin", "/app", "/etc/ld.so.cache", "/etc/alternatives",
  "/etc/localtime",
};

/* What the environment may tell. */
static const char *const kept_variables[] = { "LANG",     "LANGUAGE",    "LC_ALL",
                                              "LC_CTYPE", "LC_MESSAGES", "TZ" };

static gboolean
works (const char *const *argv, GCancellable *cancellable)
{
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  return process && g_subprocess_wait_check (process, cancellable, NULL);
}

/**
 * jug_sandbox_find:
 * @cancellable: (nullable): ends it early
 *
 * Tries what there is: that a program is installed does not mean that the system lets it
 * work.  It blocks, for some 20 milliseconds.
 *
 * Returns: what isolates programs here
 */
JugSandbox
jug_sandbox_find (GCancellable *cancellable)
{
  static const char *const flatpak[] = { "flatpak-spawn", "--sandbox", "true", NULL };
  static const char *const bubblewrap[] = {
    "bwrap", "--unshare-all", "--ro-bind", "/",    "/", "--proc",
    "/proc", "--dev",         "/dev",      "true", NULL
  };

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return works (flatpak, cancellable) ? JUG_SANDBOX_FLATPAK : JUG_SANDBOX_NONE;
  return works (bubblewrap, cancellable) ? JUG_SANDBOX_BUBBLEWRAP : JUG_SANDBOX_NONE;
}

static void
add (GPtrArray *out, const char *first, ...)
{
  va_list args;

  va_start (args, first);
  for (const char *each = first; each; each = va_arg (args, const char *))
    g_ptr_array_add (out, g_strdup (each));
  va_end (args);
}

static void
add_bubblewrap (GPtrArray *out, const char *folder, const char *const *readable)
{
  add (out, "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--uid",
       "1000", "--gid", "1000", "--clearenv", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (system_paths); i++)
    add (out, "--ro-bind-try", system_paths[i], system_paths[i], NULL);
  add (out, "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", NULL);
  for (guint i = 0; readable[i]; i++)
    add (out, "--ro-bind-try", readable[i], readable[i], NULL);
  add (out, "--bind", folder, folder, "--chdir", folder, NULL);
  add (out, "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin", "--setenv", "HOME",
       folder, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kept_variables); i++)
    {
      const char *value = g_getenv (kept_variables[i]);

      if (value)
        add (out, "--setenv", kept_variables[i], value, NULL);
    }
  add (out, "--", NULL);
}

static void
add_flatpak (GPtrArray *out, const char *folder, const char *const *readable, int pass_fd)
{
  g_autofree char *forward = g_strdup_printf ("--forward-fd=%d", pass_fd);
  g_autofree char *expose = g_strconcat ("--sandbox-expose-path=", folder, NULL);
  g_autofree char *directory = g_strconcat ("--directory=", folder, NULL);
  g_autofree char *home = g_strconcat ("--env=HOME=", folder, NULL);

  add (out, "flatpak-spawn", "--sandbox", "--watch-bus", "--clear-env", forward, expose,
       directory, home, NULL);
  for (guint i = 0; readable[i]; i++)
    {
      g_autofree char *one =
          g_strconcat ("--sandbox-expose-path-ro-try=", readable[i], NULL);

      add (out, one, NULL);
    }
}

/**
 * jug_sandbox_wrap:
 * @self: what isolates programs here
 * @argv: (array zero-terminated=1): a command
 * @folder: the one folder that it may write into, and works in
 * @readable: (array zero-terminated=1): what it may read besides the system's programs;
 * what does not exist is passed over
 * @pass_fd: a file descriptor that it has to get, as it is numbered in the child
 *
 * Makes a command of a command: the program has no network but a loopback of its own,
 * sees no process but its own, no file of the person's, and none of the environment.  All
 * that it starts ends with it.
 *
 * Returns: (transfer full): the command
 */
char **
jug_sandbox_wrap (JugSandbox self,
                  const char *const *argv,
                  const char *folder,
                  const char *const *readable,
                  int pass_fd)
{
  GPtrArray *out = g_ptr_array_new ();

  switch (self)
    {
    case JUG_SANDBOX_NONE:
      break;
    case JUG_SANDBOX_BUBBLEWRAP:
      add_bubblewrap (out, folder, readable);
      break;
    case JUG_SANDBOX_FLATPAK:
      add_flatpak (out, folder, readable, pass_fd);
      break;
    }
  for (; *argv; argv++)
    add (out, *argv, NULL);
  g_ptr_array_add (out, NULL);
  return (char **) g_ptr_array_free (out, FALSE);
}
