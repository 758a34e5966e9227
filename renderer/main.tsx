import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { present } from '#src/kernel';
import { App } from './app/app.tsx';

// The content policy allows no code made from text, which zod would otherwise try.
z.config({ jitless: true });

const root = present(document.getElementById('desk'), 'index.html holds it');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
