/* What Swift needs of GNU readline: its globals behind functions, and a flag that a signal may set. */
#ifndef FLORA_READLINE_SHIM_H
#define FLORA_READLINE_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <locale.h>
#include <readline/readline.h>
#include <readline/history.h>

static volatile sig_atomic_t flora_interrupted = 0;

static void flora_on_interrupt(int signal) {
  (void)signal;
  flora_interrupted = 1;
}

/* Clears the line when Ctrl-C was pressed; readline calls it while it waits. */
static int flora_check_interrupt(void) {
  if (!flora_interrupted) return 0;
  flora_interrupted = 0;
  rl_replace_line("", 0);
  rl_point = rl_end = 0;
  fputs("^C\n", rl_outstream);
  rl_on_new_line();
  rl_redisplay();
  return 0;
}

static inline void flora_set_up(const char *name, rl_completion_func_t *complete, int plain) {
  const char *locale = setlocale(LC_CTYPE, "");
  if (!locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX")) setlocale(LC_CTYPE, "C.UTF-8");
  rl_readline_name = strdup(name);
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = "\n";
  rl_catch_signals = 1;
  rl_catch_sigwinch = 1;
  if (plain) rl_variable_bind("enable-bracketed-paste", "off");
  rl_variable_bind("bell-style", "none");
  rl_signal_event_hook = flora_check_interrupt;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = flora_on_interrupt;
  sigaction(SIGINT, &action, NULL);
}

static inline void flora_no_file_names(void) { rl_attempted_completion_over = 1; }
static inline void flora_no_space_after(void) { rl_completion_append_character = '\0'; }
static inline void flora_reset_screen(void) { rl_reset_screen_size(); }

#endif
