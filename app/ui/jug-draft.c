/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A buffer, what of it is saved, and when it is kept. */
#include "jug-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A version is kept when nothing was typed for so long. */
#define KEEP_DELAY_MS 400

/* Longer ones are no programs that anybody edits. */
#define MAX_SIZE (1024 * 1024)

struct _JugDraft
{
  GObject parent_instance;

  /* owned */
  JugSession *session;
  GSignalGroup *session_signals;
  GtkSourceBuffer *buffer;
  GCancellable *loading; /* (nullable) */

  /* state: whose text it is */
  JugLesson *lesson; /* (nullable) */
  GFile *program;    /* (nullable) */
  char *saved;       /* (nullable): as it stands on disk */
  char *etag;        /* (nullable): which state of the file that is */
  GQueue saves;      /* tasks that are still to save */
  gboolean is_saving;
  char *copied; /* (nullable): as it was saved into another file */
  gboolean exists;
  guint keep_timeout;
};

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JugDraft, jug_draft, G_TYPE_OBJECT)

static void
emit_changed (JugDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
emit_refused (JugDraft *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

/* The next character of a program: a line ends in one way, and a mark of the encoding at
 * the start is none. */
static const char *
skip (const char *text)
{
  while (text[0] == '\r' && text[1] == '\n')
    text++;
  return text;
}

gboolean
jug_draft_is_same_program (const char *a, const char *b)
{
  const char mark[] = "\xef\xbb\xbf";

  if (a == NULL || b == NULL)
    return a == b;
  a = g_str_has_prefix (a, mark) ? a + strlen (mark) : a;
  b = g_str_has_prefix (b, mark) ? b + strlen (mark) : b;
  for (;; a++, b++)
    {
      a = skip (a);
      b = skip (b);
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return TRUE;
    }
}

/* The text */

/* As it comes from elsewhere: not to be undone. */
static void
set_text (JugDraft *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autofree char *shown = jug_draft_dup_text (self);
  GtkTextIter start;

  if (g_str_equal (shown, text))
    return;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
keep (JugDraft *self)
{
  g_autofree char *text = NULL;

  if (self->keep_timeout == 0)
    return;
  g_clear_handle_id (&self->keep_timeout, g_source_remove);
  text = jug_draft_dup_text (self);
  jug_session_keep_version (self->session, self->lesson, text);
}

static gboolean
keep_cb (gpointer data)
{
  keep (data);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (JugDraft *self)
{
  if (self->exists && self->lesson != NULL)
    {
      g_clear_handle_id (&self->keep_timeout, g_source_remove);
      self->keep_timeout = g_timeout_add (KEEP_DELAY_MS, keep_cb, self);
    }
  emit_changed (self);
}

/* From the session */

static void
take_version (JugDraft *self)
{
  const char *version = jug_session_get_version (self->session);

  if (self->lesson == NULL)
    return;
  self->exists = FALSE; /* what is set now needs not be kept */
  if (version != NULL)
    set_text (self, version);
  else
    set_text (self, "");
  self->exists = version != NULL;
  emit_changed (self);
}

static void
version_changed_cb (JugDraft *self)
{
  g_autofree char *text = jug_draft_dup_text (self);

  /* What was written after it was kept is newer. */
  if (self->keep_timeout == 0 && g_strcmp0 (jug_session_get_version (self->session),
                                            self->exists ? text : NULL) != 0)
    take_version (self);
}

/* What stands in the file now. */
static void
take_saved (JugDraft *self, const char *text, char *etag)
{
  g_free (self->saved);
  self->saved = g_strdup (text);
  g_free (self->etag);
  self->etag = etag;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JugDraft) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *etag = NULL;
  gsize size;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &size, &etag, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        emit_refused (self, error->message);
      return;
    }
  g_clear_object (&self->loading);
  /* What is not UTF-8 runs as well as any, but what is shown of it is not the file. */
  if (size > MAX_SIZE || !g_utf8_validate_len (text, size, NULL))
    return;
  take_saved (self, text, g_steal_pointer (&etag));
  set_text (self, text);
  self->exists = TRUE;
  emit_changed (self);
}

static void
load (JugDraft *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  g_file_load_contents_async (self->program, self->loading, loaded_cb,
                              g_object_ref (self));
}

static void
opened_cb (JugDraft *self)
{
  JugLesson *lesson = jug_session_get_lesson (self->session);
  GFile *program = jug_session_get_program (self->session);

  if (lesson == self->lesson && program == self->program)
    return;
  keep (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  take_saved (self, NULL, NULL);
  g_clear_pointer (&self->copied, g_free);
  self->exists = FALSE;
  g_set_object (&self->lesson, lesson);
  g_set_object (&self->program, program);
  set_text (self, "");
  if (program != NULL)
    load (self);
  else
    take_version (self);
  emit_changed (self);
}

/* Somebody else may have changed the file meanwhile: then that is what ran. */
static void
source_changed_cb (JugDraft *self)
{
  if (self->program != NULL && self->exists && !jug_draft_is_unsaved (self) &&
      jug_draft_is_stale (self))
    load (self);
  emit_changed (self);
}

static void
jug_draft_dispose (GObject *object)
{
  JugDraft *self = JUG_DRAFT (object);

  if (self->session != NULL)
    keep (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->lesson);
  g_clear_object (&self->program);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (jug_draft_parent_class)->dispose (object);
}

static void
jug_draft_finalize (GObject *object)
{
  JugDraft *self = JUG_DRAFT (object);

  g_free (self->saved);
  g_free (self->etag);
  g_free (self->copied);
  G_OBJECT_CLASS (jug_draft_parent_class)->finalize (object);
}

static void
jug_draft_class_init (JugDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jug_draft_dispose;
  object_class->finalize = jug_draft_finalize;

  signals[CHANGED] = g_signal_new ("changed", JUG_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", JUG_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jug_draft_init (JugDraft *self)
{
  self->buffer = gtk_source_buffer_new (NULL);
  gtk_source_buffer_set_language (
      self->buffer, gtk_source_language_manager_get_language (
                        gtk_source_language_manager_get_default (), "python3"));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lesson",
                                  G_CALLBACK (opened_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::program",
                                  G_CALLBACK (opened_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::version",
                                  G_CALLBACK (version_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::python-source",
                                  G_CALLBACK (source_changed_cb), self);
}

JugDraft *
jug_draft_new (JugSession *session)
{
  JugDraft *self;

  g_return_val_if_fail (JUG_IS_SESSION (session), NULL);

  self = g_object_new (JUG_TYPE_DRAFT, NULL);
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->session_signals, session);
  opened_cb (self);
  return self;
}

JugSession *
jug_draft_get_session (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), NULL);

  return self->session;
}

GtkSourceBuffer *
jug_draft_get_buffer (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), NULL);

  return self->buffer;
}

gboolean
jug_draft_exists (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), FALSE);

  return self->exists;
}

gboolean
jug_draft_can_begin (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), FALSE);

  return self->lesson != NULL;
}

void
jug_draft_begin (JugDraft *self, const char *text)
{
  g_return_if_fail (JUG_IS_DRAFT (self));
  g_return_if_fail (self->lesson != NULL);
  g_return_if_fail (text != NULL);

  if (self->exists)
    return;
  set_text (self, text);
  self->exists = TRUE;
  emit_changed (self);
}

char *
jug_draft_dup_text (JugDraft *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (JUG_IS_DRAFT (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
}

const char *
jug_draft_get_original (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), NULL);

  return self->lesson != NULL ? jug_lesson_get_python_source (self->lesson) : self->saved;
}

static gboolean
differs_from (JugDraft *self, const char *text)
{
  g_autofree char *shown = jug_draft_dup_text (self);

  return self->exists && text != NULL && !jug_draft_is_same_program (shown, text);
}

gboolean
jug_draft_is_changed (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), FALSE);

  return differs_from (self, jug_draft_get_original (self));
}

gboolean
jug_draft_is_unsaved (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), FALSE);

  return self->program != NULL && differs_from (self, self->saved);
}

gboolean
jug_draft_is_at_risk (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), FALSE);

  return jug_draft_is_unsaved (self) &&
         (self->copied == NULL || differs_from (self, self->copied));
}

gboolean
jug_draft_is_stale (JugDraft *self)
{
  g_return_val_if_fail (JUG_IS_DRAFT (self), FALSE);

  return differs_from (self, jug_session_get_python_source (self->session));
}

/* Running */

void
jug_draft_run (JugDraft *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (JUG_IS_DRAFT (self));

  text = jug_draft_dup_text (self);
  if (self->program != NULL)
    jug_session_run (self->session, NULL);
  else if (self->exists)
    {
      g_clear_handle_id (&self->keep_timeout, g_source_remove);
      jug_session_run_version (self->session, text);
    }
}

void
jug_draft_reset (JugDraft *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (JUG_IS_DRAFT (self));

  if (self->lesson != NULL && self->exists)
    {
      g_clear_handle_id (&self->keep_timeout, g_source_remove);
      self->exists = FALSE;
      jug_session_forget_version (self->session);
      take_version (self);
      return;
    }
  if (self->saved == NULL)
    return;
  buffer = GTK_TEXT_BUFFER (self->buffer);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, self->saved, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* Saving */

typedef struct
{
  GFile *program;
  char *text;
  JugDraftSave how;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->program);
  g_free (save->text);
  g_free (save);
}

static void save_next (JugDraft *self);

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  JugDraft *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autofree char *etag = NULL;
  GError *error = NULL;

  self->is_saving = FALSE;

  if (!jug_session_save_program_finish (JUG_SESSION (source), result, &etag, &error))
    {
      /* That somebody else was faster is a question, not the end. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
        emit_refused (self, error->message);
      save_next (self);
      g_task_return_error (task, error);
      return;
    }
  if (self->program == save->program)
    {
      take_saved (self, save->text, g_steal_pointer (&etag));
      emit_changed (self);
    }
  save_next (self);
  g_task_return_boolean (task, TRUE);
}

/* One after the other, or the second would take what the first has written for somebody
 * else's. */
static void
save_next (JugDraft *self)
{
  GTask *task;

  while (!self->is_saving && (task = g_queue_pop_head (&self->saves)) != NULL)
    {
      Save *save = g_task_get_task_data (task);

      if (self->program != save->program)
        {
          g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                   "another program has been opened");
          g_object_unref (task);
          continue;
        }
      self->is_saving = TRUE;
      jug_session_save_program_async (
          self->session, save->text, save->how == JUG_DRAFT_OVERWRITE ? NULL : self->etag,
          saved_cb, task);
    }
}

void
jug_draft_save_async (JugDraft *self,
                      JugDraftSave how,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task;
  Save *save;

  g_return_if_fail (JUG_IS_DRAFT (self));
  g_return_if_fail (self->program != NULL);

  save = g_new (Save, 1);
  save->program = g_object_ref (self->program);
  save->text = jug_draft_dup_text (self);
  save->how = how;
  task = g_task_new (self, NULL, callback, data);
  g_task_set_name (task, "[jug-draft] save");
  g_task_set_task_data (task, save, save_free);
  g_queue_push_tail (&self->saves, task);
  save_next (self);
}

gboolean
jug_draft_save_finish (JugDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
jug_draft_set_copied (JugDraft *self, const char *text)
{
  g_return_if_fail (JUG_IS_DRAFT (self));
  g_return_if_fail (text != NULL);

  g_free (self->copied);
  self->copied = g_strdup (text);
  emit_changed (self);
}
