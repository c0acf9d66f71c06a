/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another process: started, watched and stopped. */
#include "jug-child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum
{
  KEPT_COMPLAINT = 4096,     /* bytes of standard error */
  MAX_PROCESSES = 4096,      /* that are counted */
  FALLBACK_INTERVAL_MS = 10, /* where the kernel cannot tell of a process's end */
};

struct _JugChild
{
  GPid pid;
  int pid_fd; /* -1 if the kernel has none */
  int error_fd;
  GString *complaint;
  gboolean is_apart;
  gboolean has_ended;
  int status; /* as waitpid() tells it */
};

static void
prepare_cb (gpointer data)
{
  const JugChildOptions *options = data;

  /* Between fork and exec: only what is safe for a signal handler. */
  if (options->is_apart)
    setsid ();
  /* Nobody else would stop it. */
  prctl (PR_SET_PDEATHSIG, SIGTERM);
  if (options->address_space > 0)
    {
      struct rlimit limit = { options->address_space, options->address_space };

      setrlimit (RLIMIT_AS, &limit);
    }
}

static int
open_pid (GPid pid)
{
#ifdef SYS_pidfd_open
  return (int) syscall (SYS_pidfd_open, pid, 0);
#else
  return -1;
#endif
}

/**
 * jug_child_spawn:
 * @options: what to start, and how
 * @error: why it could not be started
 *
 * Starts a process.
 *
 * Returns: (transfer full) (nullable): the child
 */
JugChild *
jug_child_spawn (const JugChildOptions *options, GError **error)
{
  int null_fd = open ("/dev/null", O_RDWR | O_CLOEXEC);
  GSpawnFlags flags =
      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL;
  JugChild *self;
  GPid pid;
  int error_fd;
  gboolean started;

  g_return_val_if_fail (options != NULL && options->argv != NULL, NULL);

  started = g_spawn_async_with_pipes_and_fds (
      options->folder, options->argv, NULL, flags, prepare_cb, (gpointer) options,
      options->stdin_fd >= 0 ? options->stdin_fd : null_fd, -1, -1, &options->pass_fd,
      &options->pass_as, 1, &pid, NULL, NULL, &error_fd, error);
  if (null_fd >= 0)
    close (null_fd);
  if (!started)
    return NULL;
  self = g_new0 (JugChild, 1);
  self->pid = pid;
  self->pid_fd = open_pid (pid);
  self->error_fd = error_fd;
  self->is_apart = options->is_apart;
  self->complaint = g_string_new (NULL);
  g_unix_set_fd_nonblocking (error_fd, TRUE, NULL);
  fcntl (error_fd, F_SETFD, FD_CLOEXEC);
  return self;
}

/**
 * jug_child_free:
 * @self: a child
 *
 * Gives it up; one that has not ended is killed first.
 */
void
jug_child_free (JugChild *self)
{
  g_return_if_fail (self != NULL);

  if (!self->has_ended)
    {
      jug_child_kill (self);
      while (waitpid (self->pid, &self->status, 0) < 0 && errno == EINTR)
        ;
    }
  if (self->pid_fd >= 0)
    close (self->pid_fd);
  close (self->error_fd);
  g_string_free (self->complaint, TRUE);
  g_free (self);
}

static void
read_complaint (JugChild *self)
{
  char buffer[KEPT_COMPLAINT];
  gssize n;

  while ((n = read (self->error_fd, buffer, sizeof buffer)) > 0)
    {
      g_string_append_len (self->complaint, buffer, n);
      if (self->complaint->len > KEPT_COMPLAINT)
        g_string_erase (self->complaint, 0,
                        (gssize) (self->complaint->len - KEPT_COMPLAINT));
    }
}

/**
 * jug_child_wait:
 * @self: a child
 * @cancellable: (nullable): ends the wait early, and does nothing to the child
 * @timeout_ms: how long to wait at most
 *
 * Waits for its end, and meanwhile takes what it writes, so that it never has to wait for
 * its reader.
 *
 * Returns: whether it has ended
 */
gboolean
jug_child_wait (JugChild *self, GCancellable *cancellable, guint timeout_ms)
{
  struct pollfd fds[3] = { { self->error_fd, POLLIN, 0 }, { self->pid_fd, POLLIN, 0 } };
  nfds_t n_fds = 2;
  GPollFD cancel_fd;
  gint64 end = g_get_monotonic_time () + timeout_ms * (gint64) 1000;
  gboolean has_cancel_fd =
      cancellable && g_cancellable_make_pollfd (cancellable, &cancel_fd);

  g_return_val_if_fail (self != NULL, TRUE);

  if (has_cancel_fd)
    fds[n_fds++] = (struct pollfd){ cancel_fd.fd, POLLIN, 0 };
  while (!self->has_ended)
    {
      gint64 left = MAX ((end - g_get_monotonic_time () + 999) / 1000, 0);

      if (self->pid_fd < 0)
        left = MIN (left, FALLBACK_INTERVAL_MS);
      poll (fds, n_fds, (int) left);
      if (fds[0].revents & (POLLIN | POLLHUP))
        read_complaint (self);
      /* Whoever still has the other end may outlive the child. */
      if (fds[0].revents & (POLLHUP | POLLERR))
        fds[0].fd = -1;
      if (waitpid (self->pid, &self->status, WNOHANG) == self->pid)
        self->has_ended = TRUE;
      if (left == 0 || (has_cancel_fd && fds[2].revents != 0))
        break;
    }
  if (has_cancel_fd)
    g_cancellable_release_fd (cancellable);
  if (self->has_ended)
    read_complaint (self);
  return self->has_ended;
}

static void
send_signal (JugChild *self, int number)
{
  if (self->has_ended)
    return;
  if (self->is_apart)
    kill (-self->pid, number);
  kill (self->pid, number);
}

/**
 * jug_child_interrupt:
 * @self: a child
 *
 * Does what Ctrl+C does at a terminal.
 */
void
jug_child_interrupt (JugChild *self)
{
  g_return_if_fail (self != NULL);

  send_signal (self, SIGINT);
}

/* The children of each process, as far as they can be read. */
static GHashTable *
list_processes (void)
{
  GHashTable *children =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      g_autofree char *stat = NULL;
      const char *behind;
      int pid = g_ascii_isdigit (*name) ? atoi (name) : 0, parent;
      GArray *list;

      if (pid == 0)
        continue;
      path = g_build_filename ("/proc", name, "stat", NULL);
      if (!g_file_get_contents (path, &stat, NULL, NULL))
        continue;
      /* PID (NAME) STATE PARENT…: the name may hold anything. */
      behind = strrchr (stat, ')');
      if (!behind || strlen (behind) < 4)
        continue;
      parent = atoi (behind + 4);
      list = g_hash_table_lookup (children, GINT_TO_POINTER (parent));
      if (!list)
        {
          list = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (children, GINT_TO_POINTER (parent), list);
        }
      g_array_append_val (list, pid);
    }
  return children;
}

/* The child and its descendants, parents first. */
static GArray *
list_descendants (JugChild *self)
{
  g_autoptr (GHashTable) children = list_processes ();
  GArray *all = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_append_val (all, self->pid);
  for (guint i = 0; i < all->len && all->len < MAX_PROCESSES; i++)
    {
      GArray *list =
          g_hash_table_lookup (children, GINT_TO_POINTER (g_array_index (all, int, i)));

      if (list)
        g_array_append_vals (all, list->data, list->len);
    }
  return all;
}

/**
 * jug_child_kill:
 * @self: a child
 *
 * Ends it at once, with all that it has started, as far as it can be found.
 */
void
jug_child_kill (JugChild *self)
{
  g_autoptr (GArray) all = NULL;

  g_return_if_fail (self != NULL);

  if (self->has_ended)
    return;
  all = list_descendants (self);
  send_signal (self, SIGKILL);
  for (guint i = 1; i < all->len; i++)
    kill (g_array_index (all, int, i), SIGKILL);
}

/**
 * jug_child_count_processes:
 * @self: a child
 *
 * Returns: how many processes it consists of by now, with all that it has started
 */
guint
jug_child_count_processes (JugChild *self)
{
  g_autoptr (GArray) all = NULL;

  g_return_val_if_fail (self != NULL, 0);

  if (self->has_ended)
    return 0;
  all = list_descendants (self);
  return all->len;
}

/**
 * jug_child_get_status:
 * @self: a child that has ended
 *
 * Returns: its exit status; if a signal has killed it, its negative number
 */
int
jug_child_get_status (JugChild *self)
{
  g_return_val_if_fail (self != NULL && self->has_ended, 0);

  return WIFSIGNALED (self->status) ? -WTERMSIG (self->status)
                                    : WEXITSTATUS (self->status);
}

/**
 * jug_child_get_complaint:
 * @self: a child
 *
 * Returns: (transfer none): the end of what it has written to standard error, in whatever
 * encoding
 */
const char *
jug_child_get_complaint (JugChild *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->complaint->str;
}
