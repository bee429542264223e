#define _GNU_SOURCE

#include "sealed_file.h"

#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U
#endif

static int write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return 0;
    bytes += written;
    count -= (size_t)written;
  }
  return 1;
}

int copydesk_sealed_file(const char *name, const void *bytes, size_t count) {
  unsigned flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
  /* A kernel before 6.3 does not know that flag; a later one may be told to refuse files without it. */
  int file = memfd_create(name, flags | MFD_EXEC);
  if (file < 0 && errno == EINVAL) file = memfd_create(name, flags);
  if (file < 0) return -1;
  int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  if (write_all(file, bytes, count) && fcntl(file, F_ADD_SEALS, seals) == 0) return file;
  close(file);
  return -1;
}

#else

int copydesk_sealed_file(const char *name, const void *bytes, size_t count) {
  (void)name;
  (void)bytes;
  (void)count;
  return -1;
}

#endif
