/* A disk that fails: loaded in front of the C library, it counts what a program writes below FAULT_FOLDER and refuses
   the FAULT_ATth write, sync or cut. FAULT_KIND: "full" (no space from then on), "half" (half of that write, then no
   space), "once" (an input/output error, once). FAULT_TALLY: the file that is told how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static unsigned count;

/* 0: go on; 1: refuse; 2: take half. */
static int fate(int file) {
    const char *folder = getenv("FAULT_FOLDER");
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (!folder || length < 0) return 0;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder)) != 0) return 0;
    unsigned at = (unsigned)atoi(getenv("FAULT_AT"));
    const char *kind = getenv("FAULT_KIND");
    unsigned now = __sync_add_and_fetch(&count, 1);
    if (at == 0 || now < at) return 0;
    if (strcmp(kind, "once") == 0) {
        if (now > at) return 0;
        errno = EIO;
        return 1;
    }
    errno = ENOSPC;
    return strcmp(kind, "half") == 0 && now == at ? 2 : 1;
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAULT_TALLY");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%u", count);
        fclose(file);
    }
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRITES(name, offset_type)                                                        \
    ssize_t name(int file, const void *bytes, size_t length, offset_type offset) {       \
        int decided = fate(file);                                                        \
        if (decided == 1) return -1;                                                     \
        return REAL(name)(file, bytes, decided == 2 ? length / 2 : length, offset);      \
    }
WRITES(pwrite, off_t)
WRITES(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t length) {
    int decided = fate(file);
    if (decided == 1) return -1;
    return REAL(write)(file, bytes, decided == 2 ? length / 2 : length);
}

ssize_t copy_file_range(int from, off64_t *start, int file, off64_t *offset, size_t length, unsigned flags) {
    int decided = fate(file);
    if (decided == 1) return -1;
    return REAL(copy_file_range)(from, start, file, offset, decided == 2 ? length / 2 : length, flags);
}

/* A sync does nothing by half. */
#define ACTS(name, parameters, arguments)                \
    int name parameters {                                \
        if (fate(file) != 0) return -1;                  \
        return REAL(name) arguments;                     \
    }
ACTS(fsync, (int file), (file))
ACTS(fdatasync, (int file), (file))
ACTS(ftruncate, (int file, off_t length), (file, length))
ACTS(ftruncate64, (int file, off64_t length), (file, length))
