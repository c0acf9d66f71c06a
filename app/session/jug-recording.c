/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of something, prepared in one thread and recorded in any. */
#include "jug-recording.h"

struct _JugRecording
{
  JugRecordingFunc func;
  gpointer data;
  GDestroyNotify free_data;
  JugTrace *trace;
};

JugRecording *
jug_recording_new (JugRecordingFunc func, gpointer data, GDestroyNotify free_data)
{
  JugRecording *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new (JugRecording, 1);
  *self = (JugRecording){
    .func = func, .data = data, .free_data = free_data, .trace = jug_trace_new ()
  };
  return self;
}

void
jug_recording_free (JugRecording *self)
{
  g_return_if_fail (self != NULL);

  self->free_data (self->data);
  jug_trace_unref (self->trace);
  g_free (self);
}

JugTrace *
jug_recording_get_trace (JugRecording *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trace;
}

gboolean
jug_recording_record (JugRecording *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (!jug_trace_is_sealed (self->trace), FALSE);

  return self->func (self->data, self->trace, cancellable, error);
}
