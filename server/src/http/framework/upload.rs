//! Files of frameworks, as browsers send them.

use axum::{
    extract::{Multipart, Path, State, multipart::MultipartError},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use visioncast_app::{
    language::{Sheet, file_flaw},
    page::FileFault,
    paths,
};
use visioncast_report::{ReadFramework, read_framework};

use super::{begin, desk, faulty, found};
use crate::http::{App, language::said, visitor::Facilitator};

/// A form with a file.
#[derive(Default)]
struct Upload {
    file: Vec<u8>,
    /// The version that the form was made looking at.
    version: u32,
}

/// Makes a framework out of a file.
pub(in crate::http) async fn bring_in(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    multipart: Multipart,
) -> Result<Response, Response> {
    let read = received(multipart).await.and_then(|upload| read(&upload.file));
    match read {
        Ok(ReadFramework {
            framework,
            changed_by_hand,
        }) => {
            let typed = String::new();
            begin(&app, account.id, framework, told(changed_by_hand), typed).await
        }
        Err(faults) => Err(faulty(&app, faults).await),
    }
}

/// Puts a file in the place of a framework, as its next version.
pub(in crate::http) async fn put_in_place(
    State(app): State<App>,
    Facilitator(account): Facilitator,
    Path(id): Path<String>,
    multipart: Multipart,
) -> Result<Response, Response> {
    let last = found(&app, &id).await?;
    let upload = received(multipart).await;
    let read = upload.and_then(|upload| Ok((upload.version, read(&upload.file)?)));
    let (version, read) = match read {
        Ok(read) => read,
        Err(faults) => return Err(desk::faulty(&app, last.id, faults, StatusCode::UNPROCESSABLE_ENTITY).await),
    };
    if version == last.framework.version {
        let next = last.framework.replaced_by(&read.framework);
        let what = said(|| told(read.changed_by_hand).owned());
        if let Some(saved) = desk::keep(&app, &last, next, account.id, what).await? {
            return Ok(Redirect::to(&format!("{}?saved={saved}", paths::framework(&id))).into_response());
        }
    }
    let faults = vec![fault(Sheet::FileOvertaken)];
    Err(desk::faulty(&app, last.id, faults, StatusCode::CONFLICT).await)
}

const fn told(changed_by_hand: bool) -> Sheet {
    if changed_by_hand {
        Sheet::DidTakeFileByHand
    } else {
        Sheet::DidTakeFile
    }
}

fn read(file: &[u8]) -> Result<ReadFramework, Vec<FileFault>> {
    if file.is_empty() {
        return Err(vec![fault(Sheet::NoFileChosen)]);
    }
    read_framework(file).map_err(|faults| {
        let told = faults.into_iter().map(|fault| FileFault {
            path: fault.path,
            words: said(|| file_flaw(&fault.flaw)),
        });
        told.collect()
    })
}

async fn received(mut multipart: Multipart) -> Result<Upload, Vec<FileFault>> {
    let unreadable = |_: MultipartError| vec![fault(Sheet::FileNotWhole)];
    let mut upload = Upload::default();
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        match field.name() {
            Some("file") => upload.file = field.bytes().await.map_err(unreadable)?.to_vec(),
            Some("version") => {
                let text = field.text().await.map_err(unreadable)?;
                upload.version = text.parse().unwrap_or(0);
            }
            _ => {}
        }
    }
    Ok(upload)
}

fn fault(words: Sheet) -> FileFault {
    FileFault {
        path: String::new(),
        words: said(|| words.owned()),
    }
}
