/* What Swift needs of GNU readline: its globals behind functions, and a flag that a signal may set. */
#ifndef FLORA_READLINE_SHIM_H
#define FLORA_READLINE_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

static volatile sig_atomic_t flora_interrupted = 0;
static volatile sig_atomic_t flora_continued = 0;
static int flora_leaves = 0;
static time_t flora_cleared_at = -10;

static void flora_on_interrupt(int signal) {
  (void)signal;
  flora_interrupted = 1;
}

static void flora_on_continue(int signal) {
  (void)signal;
  flora_continued = 1;
}

static inline time_t flora_seconds(void) {
  struct timespec now;
  return clock_gettime(CLOCK_MONOTONIC, &now) == 0 ? now.tv_sec : 0;
}

/* Clears the line when Ctrl-C was pressed. On an empty line, again within two seconds, it ends the talk. */
static inline int flora_take_interrupt(void) {
  if (!flora_interrupted) return 0;
  flora_interrupted = 0;
  time_t now = flora_seconds();
  int again = rl_end == 0 && now - flora_cleared_at <= 2;
  flora_cleared_at = now;
  rl_replace_line("", 0);
  rl_point = rl_end = 0;
  fputs("\n", rl_outstream);
  if (again) {
    flora_leaves = 1;
    return 1;
  }
  rl_forced_update_display();
  fflush(rl_outstream);
  return 0;
}

/* Draws the line again when the program was stopped and goes on. */
static inline void flora_take_continue(void) {
  if (!flora_continued) return;
  flora_continued = 0;
  rl_forced_update_display();
  fflush(rl_outstream);
}

/* The next byte of the terminal; EOF at its end; a line's end when the talk is to end. */
static inline int flora_next_byte(FILE *stream) {
  unsigned char byte;
  for (;;) {
    ssize_t count = read(fileno(stream), &byte, 1);
    if (count == 1) return byte;
    if (count == 0 || errno != EINTR) return EOF;
    rl_check_signals();
    if (flora_take_interrupt()) return '\n';
    flora_take_continue();
  }
}

/* Lets readline read its key file; what it says about lines that it does not know is counted, not shown. */
static inline int flora_read_keys(void) {
  int ends[2];
  int errors = dup(STDERR_FILENO);
  if (errors < 0 || pipe(ends) != 0) {
    if (errors >= 0) close(errors);
    rl_initialize();
    return 0;
  }
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  fflush(stderr);
  dup2(ends[1], STDERR_FILENO);
  rl_initialize();
  fflush(stderr);
  dup2(errors, STDERR_FILENO);
  char said[64];
  int unknown = read(ends[0], said, sizeof said) > 0;
  close(errors);
  close(ends[0]);
  close(ends[1]);
  return unknown;
}

/* Input is UTF-8 whatever the locale says. Readline asks the environment again, so that is where it must stand. */
static inline void flora_set_utf8(void) {
  if (setlocale(LC_CTYPE, "") && !strcmp(nl_langinfo(CODESET), "UTF-8")) return;
  if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "en_US.UTF-8")) return;
  setenv("LC_ALL", setlocale(LC_CTYPE, NULL), 1);
}

/* Returns whether the key file has lines that readline does not know. */
static inline int flora_set_up(
    const char *name, rl_completion_func_t *complete, rl_getc_func_t *read_key, int plain) {
  flora_set_utf8();
  rl_readline_name = strdup(name);
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = "\n";
  rl_getc_function = read_key;
  rl_catch_signals = 1;
  rl_catch_sigwinch = 1;
  rl_variable_bind("bell-style", "none");
  rl_variable_bind("completion-ignore-case", "on");
  int unknown = flora_read_keys();
  if (plain) rl_variable_bind("enable-bracketed-paste", "off");
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = flora_on_interrupt;
  sigaction(SIGINT, &action, NULL);
  action.sa_handler = flora_on_continue;
  sigaction(SIGCONT, &action, NULL);
  return unknown;
}

/* Ready for a line: what was pressed before it does not count. */
static inline void flora_begin_line(void) {
  flora_interrupted = 0;
  flora_continued = 0;
  flora_leaves = 0;
  flora_cleared_at = -10;
  rl_reset_screen_size();
}

static inline int flora_was_left(void) { return flora_leaves; }
static inline void flora_no_file_names(void) { rl_attempted_completion_over = 1; }
static inline void flora_no_space_after(void) { rl_completion_append_character = '\0'; }

#endif
