/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: whatever opens as a trace, however odd, can be stepped through and
 * drawn. */
#include "jug-fuzz.h"
#include "jug-loop-layout.h"
#include "jug-narration.h"
#include "jug-playhead.h"
#include "jug-text-timeline.h"
#include "jug-trace-chrome.h"

/* Longer traces take long and find no more. */
#define MAX_EVENTS 400

/* An event takes this many bytes of the input. */
#define EVENT_BYTES 8

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

/* A text for an event: a name, nothing, or something that is hard to draw. */
static guint32
choose_text (JugTrace *trace, guint8 byte)
{
  static const char *const texts[] = {
    "",
    "main",
    "hello",
    "CancelledError",
    "1",
    "a very long name that fits nowhere at all",
    "\xe2\x80\xae left",
    "tab\tand\nline",
  };

  return jug_trace_intern (trace, texts[byte % G_N_ELEMENTS (texts)]);
}

static guint8
choose_kind (guint8 byte)
{
  while (!jug_event_kind_is_known (byte))
    byte = (byte + 1) % 64;
  return byte;
}

/* Makes an event from any bytes, such that a trace takes it: each field is brought into
 * its range, and that is all the sense that it makes. */
static void
append_event (JugTrace *trace, const guint8 *bytes, JugEvent *last)
{
  guint32 index = jug_trace_get_n_events (trace);
  guint32 n_tasks = jug_trace_get_n_tasks (trace);
  JugEvent event = { .kind = choose_kind (bytes[0] % 64) };
  JugEventShape shape = jug_event_kind_get_shape (event.kind);

  /* Short, none, or long beyond measure. */
  event.time_ns = last->time_ns;
  if (bytes[6] & 1)
    event.time_ns += (gint64) (bytes[6] >> 1) << bytes[7] % 48;
  event.time_ns = MIN (event.time_ns, JUG_EVENT_MAX_TIME_NS);
  event.iteration = last->iteration + (event.kind == JUG_EVENT_ITERATION);
  event.detail = bytes[1];
  if (jug_event_get_detail_name (&event) == NULL)
    event.detail = 0;
  event.task =
      event.kind == JUG_EVENT_TASK_CREATE ? n_tasks + 1 : bytes[2] % (n_tasks + 1);
  if (event.task == 0 && n_tasks > 0)
    event.task = bytes[7] % n_tasks + 1;
  event.object = bytes[3];
  if (event.kind == JUG_EVENT_TASK_CREATE || event.kind == JUG_EVENT_CANCEL ||
      (event.kind == JUG_EVENT_WAIT && event.detail == JUG_WAIT_TASK))
    event.object = n_tasks > 0 ? bytes[3] % n_tasks + 1 : 0;
  event.object = MIN (event.object, 8 * index);
  event.cause = JUG_NO_EVENT;
  if ((shape & JUG_EVENT_HAS_CAUSE) && index > 0 && bytes[5] != 0)
    event.cause = index - 1 - bytes[5] % index;
  if (shape & JUG_EVENT_HAS_EXTRA)
    event.extra = MIN (bytes[5], 8 * index);
  if (shape & JUG_EVENT_HAS_TEXT)
    event.text = choose_text (trace, bytes[4]);
  if (shape & JUG_EVENT_HAS_VALUE)
    event.value = bytes[4] == 255 ? G_MAXUINT32 : bytes[4];
  if (shape & JUG_EVENT_HAS_DEADLINE)
    event.deadline_ns =
        bytes[4] == 0   ? -1
        : bytes[4] == 1 ? -JUG_EVENT_MAX_TIME_NS
        : bytes[4] == 255
            ? JUG_EVENT_MAX_TIME_NS
            : MIN (event.time_ns + ((gint64) bytes[4] << 24), JUG_EVENT_MAX_TIME_NS);

  /* The kinds of a task need one, which ends once. */
  if (event.task == 0 && event.kind < JUG_EVENT_PRINT)
    return;
  if ((event.kind == JUG_EVENT_TASK_NAME || event.kind == JUG_EVENT_UNCANCEL) &&
      event.task == 0)
    return;
  if (event.kind == JUG_EVENT_DONE &&
      jug_trace_get_task (trace, event.task)->end_event != JUG_NO_EVENT)
    return;
  g_assert_cmpuint (jug_trace_append (trace, &event), !=, JUG_NO_EVENT);
  *last = event;
}

static JugTrace *
make_trace (const guint8 *data, gsize size)
{
  JugTrace *trace = jug_trace_new ();
  JugEvent last = { 0 };

  size = MIN (size, MAX_EVENTS * EVENT_BYTES);
  for (gsize i = 0; i + EVENT_BYTES <= size; i += EVENT_BYTES)
    append_event (trace, data + i, &last);
  jug_trace_seal (trace);
  return trace;
}

/* All that a window asks at one place. */
static void
ask_cursor (JugCursor *cursor)
{
  JugCursorReady ready;
  JugCursorTimer timer;
  JugCursorSync sync;
  JugCursorFuture future;
  JugCursorOutput output;
  g_autoptr (GArray) awaited = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; jug_cursor_get_ready (cursor, i, &ready); i++)
    ;
  for (guint i = 0; jug_cursor_get_timer (cursor, i, &timer); i++)
    ;
  for (guint i = 0; jug_cursor_get_sync (cursor, i, &sync); i++)
    jug_cursor_get_sync_waiter (cursor, sync.object, 0);
  for (guint i = 0; jug_cursor_get_output (cursor, i, &output); i++)
    ;
  for (guint32 task = 1; task <= jug_cursor_get_n_tasks (cursor); task++)
    {
      const JugCursorTask *now = jug_cursor_get_task (cursor, task);

      g_array_set_size (awaited, 0);
      jug_cursor_list_awaited (cursor, task, awaited);
      jug_cursor_is_child (cursor, task, task - 1);
      jug_cursor_get_future (cursor, now->object, &future);
    }
}

static void
step_through (JugTrace *trace, JugDisplayList *list)
{
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 n_events = jug_trace_get_n_events (trace);
  JugLoopView view = { .width = 400, .font_scale = 1 };

  for (guint32 i = 0; i < n_events; i++)
    {
      g_autofree char *sentence = jug_narration_for_event (cursor, i);

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
      jug_cursor_seek (cursor, i);
      ask_cursor (cursor);
    }
  for (guint32 i = n_events; i > 0; i -= MIN (i, 7))
    {
      jug_cursor_seek (cursor, i - 1);
      jug_display_list_clear (list);
      jug_loop_layout_draw (cursor, &view, list);
    }
}

static void
draw (JugTrace *trace, JugDisplayList *list)
{
  g_autoptr (JugSpanIndex) index = jug_span_index_new (trace);
  g_autoptr (JugTimelineLayout) layout = NULL;

  while (jug_span_index_update (index, 100))
    ;
  layout = jug_timeline_layout_new (index);
  for (guint i = 0; i < 8; i++)
    {
      JugTimelineView view = JUG_TIMELINE_VIEW_INIT;

      view.axis = i % 2 == 0 ? JUG_AXIS_TIME : JUG_AXIS_STEPS;
      view.width = 800;
      view.height = 300;
      view.zoom = i < 2 ? 0 : i < 4 ? 1e-6 : i < 6 ? 200 : 1e9;
      view.playhead = jug_trace_get_n_events (trace) / 2;
      view.show_playhead = TRUE;
      jug_timeline_layout_set_view (layout, &view);
      jug_display_list_clear (list);
      jug_timeline_layout_draw (layout, list);
      jug_timeline_layout_draw_overlay (layout, list);
    }
}

static void
draw_text (JugTrace *trace)
{
  JugTextTimelineOptions options = { .axis = JUG_AXIS_STEPS };
  g_autofree char *text = jug_text_timeline_to_string (trace, NULL);
  g_autofree char *steps = jug_text_timeline_to_string (trace, &options);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (steps, -1, NULL));
}

static void
write_trace_events (JugTrace *trace)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_true (jug_trace_chrome_write (trace, NULL, NULL, stream, NULL, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (JugTrace) trace = make_trace (data, size);
  g_autoptr (JugDisplayList) list = jug_display_list_new ();

  step_through (trace, list);
  draw (trace, list);
  draw_text (trace);
  write_trace_events (trace);
  return 0;
}
