#ifndef COPYDESK_CHILD_PROCESS_H
#define COPYDESK_CHILD_PROCESS_H

#include <stdint.h>
#include <sys/types.h>

/// What to start. No shell is involved.
struct child_request {
  /// The program's file.
  const char *path;
  /// Its arguments, the program's name first, NULL at the end.
  char *const *arguments;
  /// Its environment as `NAME=value`, NULL at the end.
  char *const *environment;
  /// The folder that it starts in.
  const char *folder;
  /// Most bytes of memory of its own; 0 for no limit.
  uint64_t memory;
  /// Most seconds of processor time; 0 for no limit.
  uint64_t processor_seconds;
};

/// A program that was started, and the process that watches over it.
struct child {
  /// The watcher, to be waited for after its end.
  pid_t watcher;
  /// Its standard input, to be written.
  int input;
  /// Its standard output, to be read.
  int output;
  /// Its standard error, to be read.
  int errors;
  /// As long as this is open the program may live. Closing it, also by the end of this process, ends the program and all
  /// that it has started.
  int lifeline;
  /// Where the watcher tells `child_report`s, to be read.
  int reports;
};

/// What the watcher tells.
struct child_report {
  /// 'F': the program could not be started, `value` is the errno. 'E': it has ended, `value` is the status of waitpid.
  int32_t kind;
  int32_t value;
};

/// Starts a program. Returns 0, or the errno of what went wrong.
int child_start(const struct child_request *request, struct child *child);

#endif
