// Starting a program needs a fork: limits, the process group and the signal at the parent's death have to be set between
// fork and exec, and nothing but C may run there. Between fork and exec, and in the watcher for good, only functions are
// called that are safe after a fork of a process with threads (signal-safety(7)).
//
// The program is not a child of this process but of a watcher, which holds the reading end of a pipe whose writing end
// this process holds: when this process ends, by whatever means, the watcher reads the pipe's end and kills the program's
// process group. (Linux's signal at the parent's death is sent when the thread that forked ends, and reaches one process
// only; so it is used for the watcher's end alone.)

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "child_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static int wake_writer = -1;

static void on_child_end(int number) {
  (void)number;
  int saved = errno;
  ssize_t written = write(wake_writer, "x", 1);
  (void)written;
  errno = saved;
}

static int make_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

static void close_pipe(int ends[2]) {
  if (ends[0] >= 0) close(ends[0]);
  if (ends[1] >= 0) close(ends[1]);
}

// Closes the descriptors from `first` on.
static void close_from(int first) {
#if defined(__linux__) && defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 34)
  if (close_range((unsigned)first, ~0U, 0) == 0) return;
#endif
  int last = getdtablesize();
  if (last > 65536) last = 65536;
  for (int descriptor = first; descriptor < last; descriptor++) close(descriptor);
}

// Moves descriptors to 0, 1, 2 … in their order, wherever they are, and closes all others.
static void keep_only(const int *descriptors, int count) {
  int high[8];
  for (int index = 0; index < count; index++) high[index] = fcntl(descriptors[index], F_DUPFD, 64 + count);
  for (int index = 0; index < count; index++) dup2(high[index], index);
  close_from(count);
}

static void report(int descriptor, int kind, int value) {
  struct child_report message = {kind, value};
  ssize_t written = write(descriptor, &message, sizeof message);
  (void)written;
}

// `grace` is how far beyond the limit the program is ended for good: at the limit it gets a signal that tells why.
static void limit(int resource, uint64_t value, uint64_t grace) {
  struct rlimit old;
  if (value == 0 || getrlimit(resource, &old) != 0) return;
  struct rlimit wanted = {value, value + grace};
  if (old.rlim_max != RLIM_INFINITY && old.rlim_max < wanted.rlim_max) wanted.rlim_max = old.rlim_max;
  if (wanted.rlim_cur > wanted.rlim_max) wanted.rlim_cur = wanted.rlim_max;
  setrlimit(resource, &wanted);
}

static void reset_signals(void) {
  struct sigaction plain = {0};
  plain.sa_handler = SIG_DFL;
  for (int number = 1; number < 32; number++) sigaction(number, &plain, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// The program itself: 0, 1, 2 are its streams, 3 is where a failure is reported.
static void become_program(const struct child_request *request) {
  setpgid(0, 0);
  reset_signals();
#ifdef __linux__
  pid_t watcher = getppid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != watcher) _exit(127);
  // Counts memory that is written to; the space of addresses is taken in advance by many runtimes.
  limit(RLIMIT_DATA, request->memory, 0);
#else
  limit(RLIMIT_AS, request->memory, 0);
#endif
  limit(RLIMIT_CPU, request->processor_seconds, 2);
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  fcntl(3, F_SETFD, FD_CLOEXEC);
  if (chdir(request->folder) == 0) execve(request->path, request->arguments, request->environment);
  report(3, 'F', errno);
  _exit(127);
}

// The watcher: 0, 1, 2 are the program's streams until it has been started, 3 the reports, 4 the lifeline.
static void watch(const struct child_request *request) {
  setpgid(0, 0);
  reset_signals();
  struct sigaction ignored = {0};
  ignored.sa_handler = SIG_IGN;
  sigaction(SIGINT, &ignored, NULL);
  sigaction(SIGTERM, &ignored, NULL);
  sigaction(SIGHUP, &ignored, NULL);
  sigaction(SIGPIPE, &ignored, NULL);
  int wake[2];
  if (make_pipe(wake) != 0) {
    report(3, 'F', errno);
    _exit(127);
  }
  wake_writer = wake[1];
  struct sigaction noticed = {0};
  noticed.sa_handler = on_child_end;
  noticed.sa_flags = SA_NOCLDSTOP | SA_RESTART;
  sigaction(SIGCHLD, &noticed, NULL);

  pid_t program = fork();
  if (program < 0) {
    report(3, 'F', errno);
    _exit(127);
  }
  if (program == 0) {
    close_from(4);
    become_program(request);
  }
  setpgid(program, program);
  close(0);
  close(1);
  close(2);
  struct pollfd events[2] = {{.fd = 4, .events = POLLIN}, {.fd = wake[0], .events = POLLIN}};
  while (1) {
    siginfo_t info = {0};
    // Not reaped before its group is killed, so that the group's number cannot belong to another by then.
    if (waitid(P_PID, (id_t)program, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == program) break;
    events[0].revents = events[1].revents = 0;
    if (poll(events, 2, -1) < 0 && errno != EINTR) break;
    if (events[0].revents != 0) break;
    char drained[64];
    if (events[1].revents & POLLIN) {
      ssize_t count = read(wake[0], drained, sizeof drained);
      (void)count;
    }
  }
  kill(-program, SIGKILL);
  kill(program, SIGKILL);
  int status = 0;
  while (waitpid(program, &status, 0) < 0 && errno == EINTR) {
  }
  report(3, 'E', status);
  _exit(0);
}

// A program that closes its input must cost its stage, not this process.
static void survive_closed_pipes(void) {
  struct sigaction now;
  if (sigaction(SIGPIPE, NULL, &now) == 0 && now.sa_handler == SIG_DFL) signal(SIGPIPE, SIG_IGN);
}

int child_start(const struct child_request *request, struct child *child) {
  survive_closed_pipes();
  int input[2] = {-1, -1}, output[2] = {-1, -1}, errors[2] = {-1, -1}, reports[2] = {-1, -1}, lifeline[2] = {-1, -1};
  int failure = 0;
  if (make_pipe(input) != 0 || make_pipe(output) != 0 || make_pipe(errors) != 0 || make_pipe(reports) != 0 ||
      make_pipe(lifeline) != 0) {
    failure = errno;
  } else {
    // Handlers of this process must not run in the fork before it has its own.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    pid_t watcher = fork();
    if (watcher == 0) {
      int kept[5] = {input[0], output[1], errors[1], reports[1], lifeline[0]};
      keep_only(kept, 5);
      watch(request);
    }
    failure = watcher < 0 ? errno : 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (failure == 0) {
      setpgid(watcher, watcher);
      child->watcher = watcher;
      child->input = input[1];
      child->output = output[0];
      child->errors = errors[0];
      child->reports = reports[0];
      child->lifeline = lifeline[1];
      close(input[0]);
      close(output[1]);
      close(errors[1]);
      close(reports[1]);
      close(lifeline[0]);
      fcntl(child->input, F_SETFL, O_NONBLOCK);
      fcntl(child->output, F_SETFL, O_NONBLOCK);
      fcntl(child->errors, F_SETFL, O_NONBLOCK);
      return 0;
    }
  }
  close_pipe(input);
  close_pipe(output);
  close_pipe(errors);
  close_pipe(reports);
  close_pipe(lifeline);
  return failure;
}
