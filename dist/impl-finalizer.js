// Generated from workflows-templates/flows/generative.yml by `npm run generate`. Do not edit.
require('./index.js').run('impl-finalizer');
