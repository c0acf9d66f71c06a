/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what makes C read like Python: exceptions, ownership, arguments, lists. */
#include "jug-python.h"
#include "jug-test-program.h"

static void
nested_tries (void)
{
  TRY
    {
      TRY
        {
          RAISE (ValueError, "one");
        }
      EXCEPT (KeyError)
        {
          print ("never");
        }
      END_TRY
      print ("never");
    }
  EXCEPT (ValueError)
    {
      print ("%s", EXCEPTION->message);
      TRY
        {
          RAISE (KeyError, "two");
        }
      EXCEPT (KeyError)
        {
          print ("%s", EXCEPTION->message);
        }
      END_TRY
      print ("%s again", EXCEPTION->message);
    }
  END_TRY
  print ("%s", truth (EXCEPTION == NULL));
}

static void
raises_in_except (void)
{
  TRY
    {
      TRY
        {
          RAISE (ValueError, "one");
        }
      EXCEPT (ValueError)
        {
          RAISE (KeyError, "two");
        }
      END_TRY
    }
  EXCEPT (Exception)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

static void
raises_in_finally (void)
{
  TRY
    {
      TRY
        {
          RAISE (ValueError, "one");
        }
      FINALLY
        {
          RAISE (KeyError, "two");
        }
      END_TRY
    }
  EXCEPT (Exception)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

static void
raises_again (void)
{
  TRY
    {
      TRY
        {
          RAISE (ValueError, "one");
        }
      EXCEPT (ValueError)
        {
          RAISE_AGAIN;
        }
      END_TRY
    }
  EXCEPT (ValueError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
  TRY
    {
      RAISE_AGAIN;
    }
  EXCEPT (RuntimeError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

/* What leaves a try early must not leave it in place for what is raised later. */
static void
leaves_tries_early (void)
{
  TRY
    {
      FOR_EACH (int, number, 1, 2, 3)
        {
          TRY
            {
              if (number == 1)
                continue;
              if (number == 2)
                break;
            }
          EXCEPT (ValueError)
            {
              print ("never");
            }
          END_TRY
        }
      RAISE (ValueError, "later");
    }
  EXCEPT (ValueError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

static gboolean
enter (gpointer self, GError **error)
{
  print ("enter %s", (const char *) self);
  return TRUE;
}

static gboolean
leave (gpointer self, GError *body_error, GError **error)
{
  print ("exit %s %s", (const char *) self,
         body_error ? jug_exception_get_name (body_error) : "None");
  if (!body_error)
    return TRUE;
  g_propagate_error (error, body_error);
  return FALSE;
}

static JugContextManager
managed (const char *name)
{
  return (JugContextManager){ (gpointer) name, enter, leave };
}

ASYNC_VALUE (return_from_inside)
{
  ASYNC_WITH (managed ("outer"))
    {
      ASYNC_WITH (managed ("inner"))
        {
          return string ("value");
        }
      END_WITH
    }
  END_WITH
  return string ("never");
}

TEST_MAIN (leaves_with)
{
  print_value (await (return_from_inside ()));
  FOR_EACH (int, number, 1, 2)
    {
      ASYNC_WITH (managed ("loop"))
        {
          if (number == 1)
            continue;
          break;
        }
      END_WITH
    }
  TRY
    {
      ASYNC_WITH (managed ("raising"))
        {
          RAISE (ValueError, "x");
        }
      END_WITH
    }
  EXCEPT (ValueError)
    {
      print ("caught");
    }
  END_TRY
}

static void
say_gone (gpointer data)
{
  print ("%s is gone", (const char *) data);
}

ASYNC (own_and_end, (gboolean, fails))
{
  jug_scope_own ((gpointer) "first", say_gone);
  jug_scope_own ((gpointer) "second", say_gone);
  if (fails)
    RAISE (ValueError, "x");
  print ("the body ends");
}

TEST_MAIN (owns)
{
  await (own_and_end (FALSE));
  TRY
    {
      await (own_and_end (TRUE));
    }
  EXCEPT (ValueError)
    {
      print ("caught");
    }
  END_TRY
}

ASYNC (wait_for, (JugFuture *, future))
{
  print_value (await (future));
}

DEF (resolve, (JugFuture *, future), (JugValue, value))
{
  future_set_result (future, value);
}

/* Its own reference to the future, and to the string, goes before they are used. */
ASYNC_VALUE (make_and_leave)
{
  JugFuture *future = loop_create_future ();

  loop_call_later (1, resolve, future, string ("kept"));
  return JUG_POINTER (asyncio_create_task (wait_for (future)));
}

TEST_MAIN (keeps_arguments)
{
  await (make_and_leave ());
  await (asyncio_sleep (2));
}

ASYNC_VALUE (give, (const char *, what))
{
  return string (what);
}

ASYNC (await_later, (JugCoroutine *, coroutine))
{
  await (asyncio_sleep (1));
  print_value (await (coroutine));
}

ASYNC (pass_on)
{
  asyncio_create_task (await_later (give ("passed on")));
}

ASYNC (drop, (JugCoroutine *, coroutine))
{
  print ("dropped");
}

TEST_MAIN (hands_coroutines_on)
{
  await (pass_on ());
  await (asyncio_sleep (2));
  await (drop (give ("never")));
}

TEST_MAIN (has_lists)
{
  JugValue names = list ();

  FOR_EACH (const char *, name, "a", "b")
    {
      append (names, string (name));
    }
  print_value (names);
  print ("%u %s", len (names), str (item (names, 1)));
  FOR_TASKS (task,
             list (asyncio_create_task (give ("x")), asyncio_create_task (give ("y"))))
    {
      print_value (await (task));
      break;
    }
}

static const JugTestProgram programs[] = {
  { "tries-nest", nested_tries, "one\ntwo\none again\nTrue\n" },
  { "an-exception-in-except-goes-out", raises_in_except, "two\n" },
  { "an-exception-in-finally-replaces", raises_in_finally, "two\n" },
  { "a-bare-raise-raises-again", raises_again, "one\nNo active exception to reraise\n" },
  { "a-try-is-left-by-break-and-continue", leaves_tries_early, "later\n" },
  { "with-is-left-in-every-way", leaves_with,
    "enter outer\nenter inner\nexit inner None\nexit outer None\nvalue\n"
    "enter loop\nexit loop None\nenter loop\nexit loop None\n"
    "enter raising\nexit raising ValueError\ncaught\n" },
  { "a-call-owns-its-objects", owns,
    "the body ends\nfirst is gone\nsecond is gone\nfirst is gone\nsecond is gone\n"
    "caught\n" },
  { "a-call-keeps-its-arguments", keeps_arguments, "kept\n" },
  { "a-coroutine-belongs-to-whom-it-is-passed", hands_coroutines_on,
    "passed on\ndropped\n", .reported = "coroutine 'give' was never awaited\n" },
  { "lists-are-python-s", has_lists, "['a', 'b']\n2 b\nx\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/scope", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
