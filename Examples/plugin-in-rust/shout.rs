//! A plugin for Copydesk in Rust, without crates: `rusty.capitals` finds names that are written in capitals.
//!
//!     rustc --edition 2021 -O -C panic=abort --crate-type cdylib -o shout.copydeskplugin shout.rs
//!
//! The types are those of copydesk_plugin.h, in its order; what this stage does not call is left as a pointer.

use std::ffi::{c_char, c_void, CStr};
use std::ptr::null;

#[repr(C)]
struct Text {
    bytes: *const u8,
    count: usize,
}

#[repr(C)]
struct CopydeskOption {
    name: *const c_char,
    help: *const c_char,
    kind: i32,
    default_value: *const c_char,
    minimum: *const c_char,
    maximum: *const c_char,
}

#[repr(C)]
struct Host {
    size: usize,
    option_boolean: *const c_void,
    option_integer: extern "C" fn(*const c_void, *const c_char) -> i64,
    option_number: *const c_void,
    option_string: *const c_void,
    refuse: *const c_void,
    text: extern "C" fn(*mut c_void) -> Text,
    field: *const c_void,
    set_field: *const c_void,
    remove: *const c_void,
    add_entity: extern "C" fn(*mut c_void, usize, usize, *const c_char, *const c_char) -> i32,
    drop: *const c_void,
    note: *const c_void,
    fail: *const c_void,
}

#[repr(C)]
struct Stage {
    name: *const c_char,
    summary: *const c_char,
    options: *const CopydeskOption,
    option_count: usize,
    create: Option<extern "C" fn(*const Host, *const c_void, *mut *mut c_void) -> i32>,
    process: Option<extern "C" fn(*mut c_void, *const Host, *mut c_void) -> i32>,
    destroy: Option<extern "C" fn(*mut c_void)>,
    reads: *const c_char,
    writes: *const c_char,
}

#[repr(C)]
struct Plugin {
    abi_version: u32,
    stage_size: usize,
    name: *const c_char,
    version: *const c_char,
    stages: *const Stage,
    stage_count: usize,
}

// Nothing in them changes.
unsafe impl Sync for CopydeskOption {}
unsafe impl Sync for Stage {}
unsafe impl Sync for Plugin {}

const fn text(string: &'static CStr) -> *const c_char {
    string.as_ptr()
}

/// What `create` makes of the options.
struct Capitals {
    letters: usize,
}

extern "C" fn create(host: *const Host, options: *const c_void, stage: *mut *mut c_void) -> i32 {
    let letters = unsafe { ((*host).option_integer)(options, text(c"letters")) } as usize;
    unsafe { *stage = Box::into_raw(Box::new(Capitals { letters })) as *mut c_void };
    0
}

extern "C" fn process(stage: *mut c_void, host: *const Host, document: *mut c_void) -> i32 {
    let (stage, host) = unsafe { (&*(stage as *const Capitals), &*host) };
    let all = (host.text)(document);
    if all.count == 0 {
        return 0;
    }
    let bytes = unsafe { std::slice::from_raw_parts(all.bytes, all.count) };
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        let end = start + length;
        let is_whole = (start == 0 || !is_letter(bytes[start - 1])) && (end == bytes.len() || !is_letter(bytes[end]));
        if length >= stage.letters && is_whole {
            (host.add_entity)(document, start, end, text(c"CAPITALS"), null());
        }
        start = end + 1;
    }
    0
}

/// A letter of ASCII, or a part of any character beyond it.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

extern "C" fn destroy(stage: *mut c_void) {
    drop(unsafe { Box::from_raw(stage as *mut Capitals) });
}

static OPTIONS: [CopydeskOption; 1] = [CopydeskOption {
    name: text(c"letters"),
    help: text(c"Fewest letters that such a name has."),
    kind: 1,
    default_value: text(c"3"),
    minimum: text(c"1"),
    maximum: null(),
}];

static STAGES: [Stage; 1] = [Stage {
    name: text(c"rusty.capitals"),
    summary: text(c"Finds names that are written in capitals."),
    options: OPTIONS.as_ptr(),
    option_count: 1,
    create: Some(create),
    process: Some(process),
    destroy: Some(destroy),
    reads: text(c"text"),
    writes: text(c"entities"),
}];

static PLUGIN: Plugin = Plugin {
    abi_version: 1,
    stage_size: size_of::<Stage>(),
    name: text(c"rusty"),
    version: text(c"1.0.0"),
    stages: STAGES.as_ptr(),
    stage_count: 1,
};

#[no_mangle]
extern "C" fn copydesk_native_plugin(version: u32) -> *const Plugin {
    if version == 1 { &PLUGIN } else { null() }
}
